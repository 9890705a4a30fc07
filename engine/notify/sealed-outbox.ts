// Messages that leave by a port of their own, e-mails and SMS: noted first, then sent by the worker, with pauses that grow. One that
// may have gone and is tried again bears the same name. Sealed, since addresses are people's; emptied once gone.
import { trusted } from 'mongoose';
import Type, { type Static } from 'typebox';
import { DAY, MINUTE } from '../kernel/clock.ts';
import type { StoreContext } from '../store/context.ts';
import type { Index } from '../store/indexes.ts';
import { type Collection, Instant, nullable, oneOf } from '../store/model.ts';

export const sealedStates = ['waiting', 'sent', 'kept', 'gave-up'] as const;

export const sealedShape = Type.Object({
  /** Names what is said to whom: the same message is sent once. */
  _id: Type.String(),
  /** The sealed message as JSON; null once it has gone, or never will. */
  sealed: nullable(Type.String()),
  state: oneOf(sealedStates),
  attempts: Type.Integer(),
  notBefore: Instant,
  createdAt: Instant,
});
export type SealedMessage = Static<typeof sealedShape>;

export const sealedIndexes: readonly Index[] = [
  { fields: { state: 1, notBefore: 1 } },
  { fields: { createdAt: 1 } },
];

export interface OutgoingPort<M> {
  /** @param key the same for the same message, however often it is tried. @throws when it was not taken */
  send(key: string, message: M): Promise<void>;
}

export type Kept<M> = M & { readonly key: string; readonly at: Date };

export interface SealedOutbox<M, C> {
  /** Notes a message for sending. @returns false where the same one was noted before */
  queue(ctx: C, key: string, message: M): Promise<boolean>;
  /** Sends what is due, and forgets what is old. */
  send(ctx: C): Promise<void>;
  /** Those that nothing was there to send, newest first. */
  kept(ctx: StoreContext, limit: number): Promise<readonly Kept<M>[]>;
}

const MOST_ATTEMPTS = 8;
/** A send that takes longer than this is taken to have broken off. */
const UNDER_WAY = 5 * MINUTE;
const KEPT_FOR = 30 * DAY;
const AT_ONCE = 20;

/** @param portOf null or absent where none is configured: messages are kept, and read on the mailbox page */
export function sealedOutbox<M extends object, C extends StoreContext>(
  collection: Collection<typeof sealedShape>,
  portOf: (ctx: C) => OutgoingPort<M> | null | undefined,
): SealedOutbox<M, C> {
  const on = (ctx: StoreContext) => collection.on(ctx.db);

  /** One worker alone sends it now. */
  async function taken(ctx: C, { _id, attempts }: SealedMessage): Promise<boolean> {
    const notBefore = new Date(ctx.clock.now().getTime() + UNDER_WAY);
    const { modifiedCount } = await on(ctx).updateOne(
      { _id, state: 'waiting', attempts },
      { $set: { notBefore }, $inc: { attempts: 1 } },
    );
    return modifiedCount === 1;
  }

  async function attempt(
    ctx: C,
    port: OutgoingPort<M>,
    { _id, sealed, attempts }: SealedMessage,
  ): Promise<void> {
    const end = (state: SealedMessage['state']) =>
      on(ctx).updateOne({ _id }, { $set: { state, sealed: null } });
    if (sealed === null) return;
    try {
      await port.send(_id, JSON.parse(ctx.sealer.open(sealed)) as M);
      await end('sent');
    } catch {
      // Why is the port's to log: its words may name the address.
      if (attempts + 1 >= MOST_ATTEMPTS) return void (await end('gave-up'));
      const notBefore = new Date(ctx.clock.now().getTime() + MINUTE * 2 ** attempts);
      await on(ctx).updateOne({ _id }, { $set: { notBefore } });
    }
  }

  return {
    async queue(ctx, key, message) {
      const now = ctx.clock.now();
      const { _id, ...set } = collection.check({
        ...{ _id: key, sealed: ctx.sealer.seal(JSON.stringify(message)), attempts: 0 },
        ...{ state: portOf(ctx) ? 'waiting' : 'kept', notBefore: now, createdAt: now },
      });
      const { upsertedCount } = await on(ctx).updateOne({ _id }, { $setOnInsert: set }, { upsert: true });
      return upsertedCount === 1;
    },
    async send(ctx) {
      const now = ctx.clock.now();
      await on(ctx).deleteMany({ createdAt: trusted({ $lt: new Date(now.getTime() - KEPT_FOR) }) });
      const port = portOf(ctx);
      if (!port) return;
      const due = await on(ctx)
        .find({ state: 'waiting', notBefore: trusted({ $lte: now }) })
        .sort({ notBefore: 1 })
        .limit(AT_ONCE)
        .lean();
      for (const each of due) if (await taken(ctx, each)) await attempt(ctx, port, each);
    },
    async kept(ctx, limit) {
      const found = await on(ctx).find({ state: 'kept' }).sort({ createdAt: -1 }).limit(limit).lean();
      return found.flatMap(({ _id: key, sealed, createdAt: at }) =>
        sealed === null ? [] : [{ key, at, ...(JSON.parse(ctx.sealer.open(sealed)) as M) }],
      );
    },
  };
}
