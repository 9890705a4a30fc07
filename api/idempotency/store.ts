// Answers to requests that change something, kept under the caller's Idempotency-Key for a day.
// An answer may hold what only its caller may see: it is sealed.
import { trusted } from 'mongoose';
import Type, { type Static } from 'typebox';
import { DAY, SECOND, systemClock } from '../../engine/kernel/clock.ts';
import { isDuplicate } from '../../engine/store/command.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import { collection, Instant, nullable } from '../../engine/store/model.ts';

/** Whoever works longer than this has died; another may take the request over. */
const CLAIM = 30 * SECOND;
const KEPT = DAY;

const answered = Type.Object({
  status: Type.Integer(),
  headers: Type.Record(Type.String(), Type.String()),
  /** Of the body in base64. */
  sealedBody: Type.String(),
});

const requests = collection(
  'idempotent_requests',
  Type.Object({
    _id: Type.String(),
    /** Hash of method, address and body. */
    fingerprint: Type.String(),
    claimedAt: Instant,
    answer: nullable(answered),
  }),
  [{ fields: { claimedAt: 1 } }],
);

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export type Claimed =
  | { readonly kind: 'ours'; readonly claimedAt: Date }
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'running' }
  | { readonly kind: 'other-request' };

/** Takes a request to be executed, or tells what became of the one that came with the same key. */
export async function claim(ctx: StoreContext, id: string, fingerprint: string): Promise<Claimed> {
  const claimedAt = systemClock.now();
  const document = requests.check({ _id: id, fingerprint, claimedAt, answer: null });
  try {
    await requests.on(ctx.db).collection.insertOne(document as never);
    return { kind: 'ours', claimedAt };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const found = await requests.on(ctx.db).findById(id).lean();
  if (!found) return { kind: 'running' };
  if (found.fingerprint !== fingerprint) return { kind: 'other-request' };
  if (found.answer) return { kind: 'answered', answer: opened(ctx, found.answer) };
  const isDead = found.claimedAt.getTime() < claimedAt.getTime() - CLAIM;
  return isDead && (await takeOver(ctx, id, found.claimedAt, claimedAt))
    ? { kind: 'ours', claimedAt }
    : { kind: 'running' };
}

/** Keeps the answer for those who ask again. */
export async function settle(ctx: StoreContext, id: string, claimedAt: Date, answer: Answer): Promise<void> {
  const { body, status, headers } = answer;
  const kept = { status, headers: { ...headers }, sealedBody: ctx.sealer.seal(body.toString('base64')) };
  await requests.on(ctx.db).updateOne({ _id: id, claimedAt }, { $set: { answer: kept } });
}

/** Lets go of a request that was not served, so that it can be sent again under the same key. */
export async function release(ctx: StoreContext, id: string, claimedAt: Date): Promise<void> {
  await requests.on(ctx.db).deleteOne({ _id: id, claimedAt, answer: null });
}

/** Forgets what is older than a day. */
export async function forgetOld(ctx: StoreContext): Promise<void> {
  const before = new Date(systemClock.now().getTime() - KEPT);
  await requests.on(ctx.db).deleteMany({ claimedAt: trusted({ $lt: before }) } as never);
}

async function takeOver(ctx: StoreContext, id: string, from: Date, to: Date): Promise<boolean> {
  const taken = await requests
    .on(ctx.db)
    .updateOne({ _id: id, claimedAt: from, answer: null }, { $set: { claimedAt: to } });
  return taken.modifiedCount === 1;
}

const opened = (ctx: StoreContext, { status, headers, sealedBody }: Static<typeof answered>): Answer => ({
  status,
  headers,
  body: Buffer.from(ctx.sealer.open(sealedBody), 'base64'),
});
