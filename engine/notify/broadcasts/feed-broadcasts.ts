// Hands broadcasts over to the deliveries, a bounded piece at a time, whenever few of them wait. Called every second.
// A piece is a range of person ids in one event: whoever is told stands in exactly one range, so that everyone gets one
// delivery, also when the worker dies anywhere or two workers feed at once.
import { trusted } from 'mongoose';
import { systemActor } from '../../kernel/actor.ts';
import { ok, refused } from '../../kernel/result.ts';
import { on, type Part } from '../../parts/part.ts';
import { change } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import type { EventOf } from '../../store/event.ts';
import type { Notice } from '../notice.ts';
import { deliveries, deliveryKinds } from '../store.ts';
import { audienceOf } from './audience.ts';
import { broadcastCancelled, broadcastPiece } from './events.ts';
import { type Broadcast, broadcasts } from './store.ts';

/** People a piece; deliveries that may wait before another piece is handed over: ten seconds of sending. */
const PIECE = 100;
const WAITING = 300;
const LAST = deliveryKinds.indexOf('announcement');

export async function feedBroadcasts(ctx: StoreContext): Promise<void> {
  const next = await broadcasts.on(ctx.db).findOne({ state: 'sending' }).sort({ createdAt: 1 }).lean();
  if (next && (await waiting(ctx)) < WAITING) await handOver(ctx, next);
}

const waiting = (ctx: StoreContext): Promise<number> =>
  deliveries.on(ctx.db).countDocuments({ desk: 'participant', rank: LAST, state: 'waiting' });

async function handOver(ctx: StoreContext, broadcast: Broadcast): Promise<void> {
  const { _id: id, after } = broadcast;
  const piece = await audienceOf(ctx, broadcast, { after }, PIECE);
  const { told, last: through } = piece;
  const command = { id: `broadcast/${id}/${after}`, actor: systemActor };
  await change(ctx, broadcasts, id, command, (state) => {
    if (state.state !== 'sending' || state.after !== after) return refused('common.already-done');
    if (through === null)
      return ok({
        ...{ action: 'broadcast handed over', result: null },
        set: { state: 'handed-over' as const, endedAt: ctx.clock.now() },
      });
    const events = [broadcastPiece({ broadcast: id, after, through })];
    const set = { after: through, handedOver: state.handedOver + told.length };
    return ok({ action: 'piece handed over', set, events, result: null });
  });
}

async function notifyPiece(
  ctx: StoreContext,
  { data }: EventOf<typeof broadcastPiece>,
): Promise<readonly Notice[]> {
  const broadcast = (await broadcasts.on(ctx.db).findById(data.broadcast).lean()) as Broadcast | null;
  if (broadcast?.state !== 'sending' && broadcast?.state !== 'handed-over') return [];
  const range = { after: data.after, through: data.through };
  // Twice a piece: whoever has registered meanwhile in the range is told as well.
  const { told } = await audienceOf(ctx, broadcast, range, 2 * PIECE);
  const message = { texts: [{ key: 'common:announcement', words: broadcast.words }] };
  return told.map((to) => ({ to, desk: 'participant', message, toMany: true }));
}

/** What still waits of a cancelled broadcast is not sent. */
async function dropWaiting(ctx: StoreContext, { data }: EventOf<typeof broadcastCancelled>): Promise<void> {
  const ended = {
    state: 'superseded' as const,
    endedAt: ctx.clock.now(),
    error: 'the broadcast was cancelled',
  };
  const unsent = { ...deliveriesOf(data.broadcast), state: 'waiting', unsure: false };
  await deliveries.on(ctx.db).updateMany(unsent as never, { $set: ended });
}

/** The ids of a broadcast's deliveries begin with those of its events. */
export const deliveriesOf = (broadcast: string) => ({
  _id: trusted({ $gt: `broadcasts/${broadcast}/`, $lt: `broadcasts/${broadcast}0` }),
});

export const broadcastsRoom: Part = {
  id: 'broadcasts',
  owners: [broadcasts as unknown as Part['owners'][number]],
  events: [
    on(broadcastPiece, { notify: { audience: notifyPiece } }),
    on(broadcastCancelled, { follow: { drop: dropWaiting } }),
  ],
  timers: {},
  jobs: {},
};
