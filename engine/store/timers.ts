// Due dates that are stored, not counted down in memory: reminders, lapses, escalations.
// A timer only asks its programme to look again; whether anything is still to be done, the programme decides.
import { trusted } from 'mongoose';
import Type, { type Static } from 'typebox';
import { HOUR, SECOND } from '../kernel/clock.ts';
import type { StoreContext } from './context.ts';
import { textIndex } from './indexes.ts';
import { collection, Instant, Json } from './model.ts';

const timerShape = Type.Object({
  _id: Type.String(),
  kind: Type.String(),
  dueAt: Instant,
  /** When it is looked at next: `dueAt`, or later after a failure. */
  tryAt: Instant,
  data: Type.Record(Type.String(), Json),
  state: Type.Union([Type.Literal('waiting'), Type.Literal('done')]),
  failures: Type.Integer(),
  error: Type.Union([Type.Null(), Type.String()]),
});
export type Timer = Static<typeof timerShape>;

export const timers = collection('timers', timerShape, [
  { fields: { tryAt: 1 }, options: { partialFilterExpression: { state: 'waiting' } } },
  { fields: { dueAt: 1 }, options: { partialFilterExpression: { state: 'waiting' } } },
  // What they were set for: an interview, an entry.
  textIndex('data.id'),
]);

export interface NewTimer {
  /** Deterministic: setting the same timer twice is setting it once. */
  readonly key: string;
  /** Names the programme's handler, e.g. `credit.lapse-invitation`. */
  readonly kind: string;
  readonly dueAt: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

export async function setTimer(ctx: StoreContext, timer: NewTimer): Promise<void> {
  const { key, kind, dueAt, data } = timer;
  const fresh = {
    kind,
    dueAt,
    tryAt: dueAt,
    data: { ...data },
    state: 'waiting' as const,
    failures: 0,
    error: null,
  };
  await timers.on(ctx.db).updateOne({ _id: key }, { $setOnInsert: fresh }, { upsert: true });
}

/** Timers that are due by the context's clock, oldest first. */
export async function dueTimers(ctx: StoreContext, limit: number): Promise<readonly Timer[]> {
  const due = { state: 'waiting', tryAt: trusted({ $lte: ctx.clock.now() }) };
  return timers
    .on(ctx.db)
    .find(due as never)
    .sort({ tryAt: 1 })
    .limit(limit)
    .lean() as Promise<Timer[]>;
}

export async function endTimer(ctx: StoreContext, key: string): Promise<void> {
  await timers.on(ctx.db).updateOne({ _id: key }, { $set: { state: 'done' } });
}

/** Puts a timer whose handler failed off: 5 s, 10 s, … at most an hour. It is never given up. */
export async function putOffTimer(ctx: StoreContext, timer: Timer, error: string): Promise<void> {
  const pause = Math.min(HOUR, 5 * SECOND * 2 ** Math.min(timer.failures, 20));
  const tryAt = new Date(ctx.clock.now().getTime() + pause);
  await timers
    .on(ctx.db)
    .updateOne({ _id: timer._id, state: 'waiting' }, { $set: { tryAt, error }, $inc: { failures: 1 } });
}
