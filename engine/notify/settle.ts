// A settlement puts a decided card in the place of every copy of an open one: copies that lie in chats are replaced,
// copies that have not gone out yet go out decided, also when an operator sends them again.
import { trusted } from 'mongoose';
import { desks } from '../kernel/chat.ts';
import type { Message } from '../kernel/message.ts';
import type { StoreContext } from '../store/context.ts';
import { insertDelivery, type Planned } from './insert.ts';
import type { Settlement } from './notice.ts';
import { type Delivery, deliveries } from './store.ts';

/** @param key `<event>/<n>`: a repeat under the same key changes nothing */
export async function planSettlement(
  ctx: StoreContext,
  key: string,
  settlement: Settlement,
): Promise<readonly Planned[]> {
  const copies = await deliveries
    .on(ctx.db)
    .find({ card: settlement.settles, kind: 'send' }, { _id: 1, person: 1 })
    .sort({ _id: 1 })
    .lean();
  const planned: Planned[] = [];
  for (const { _id, person } of copies) {
    const { own } = settlement;
    const message = own && own.person === person ? own.message : settlement.message;
    if (await settleUnsent(ctx, _id, key, message)) continue;
    const copy = (await deliveries.on(ctx.db).findById(_id).lean()) as Delivery | null;
    const next = copy && (await settleSent(ctx, copy, key, message));
    if (next) planned.push(next);
  }
  return planned;
}

const UNSENT: readonly Delivery['state'][] = ['waiting', 'blocked', 'failed', 'gave-up'];

async function settleUnsent(ctx: StoreContext, id: string, key: string, message: Message) {
  const unsent = {
    _id: id,
    state: trusted({ $in: UNSENT }),
    settlements: trusted({ $ne: key }),
  };
  const update = {
    $set: { message },
    $push: { settlements: key },
    $inc: { rev: 1 },
  };
  const outcome = await deliveries.on(ctx.db).updateOne(unsent as never, update as never);
  return outcome.matchedCount === 1;
}

async function settleSent(ctx: StoreContext, copy: Delivery, key: string, message: Message) {
  const desk = desks.find((each) => each === copy.desk);
  if (!desk || copy.state !== 'sent' || copy.settlements.includes(key)) return null;
  const id = `${key}/settle/${copy._id}`;
  const { person, chat } = copy;
  const fresh = await insertDelivery(ctx, id, {
    kind: 'settle',
    person,
    desk,
    chat,
    message,
    replaces: copy._id,
  });
  if (!fresh) return null;
  await supersede(ctx, copy._id, id);
  return { id, kind: 'settle' as const, desk };
}

/** What an earlier settlement still meant to put there is overtaken by this one. */
async function supersede(ctx: StoreContext, replaced: string, by: string): Promise<void> {
  const overtaken = { replaces: replaced, state: 'waiting', _id: trusted({ $ne: by }) };
  await deliveries
    .on(ctx.db)
    .updateMany(overtaken as never, { $set: { state: 'superseded', endedAt: ctx.clock.now() } });
}
