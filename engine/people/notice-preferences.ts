// How somebody of the staff wants to hear of what may wait: each at once, or once a day; and the hours at which they are not disturbed.
// Times of day are Kazakhstan's.
import { trusted } from 'mongoose';
import Type from 'typebox';
import { addDays, instantOf, type LocalTime, localDate, localTime } from '../kernel/calendar.ts';
import type { StoreContext } from '../store/context.ts';
import { collection, nullable } from '../store/model.ts';

const preferences = collection(
  'notice_preferences',
  Type.Object({
    /** The person's id. */
    _id: Type.String(),
    /** When the daily digest comes; null where each notice comes by itself. */
    digestAt: nullable(Type.String()),
    /** Null where they may be disturbed at any hour. */
    quiet: nullable(Type.Object({ from: Type.String(), to: Type.String() })),
  }),
);

export interface Quiet {
  readonly from: LocalTime;
  readonly to: LocalTime;
}

export interface NoticePreferences {
  readonly digestAt: LocalTime | null;
  readonly quiet: Quiet | null;
}

export const DIGEST_AT: LocalTime = '09:00';
export const QUIET: Quiet = { from: '22:00', to: '08:00' };
const usual: NoticePreferences = { digestAt: null, quiet: QUIET };

export async function noticePreferences(ctx: StoreContext, personId: string): Promise<NoticePreferences> {
  const found = await preferences.on(ctx.db).findById(personId).lean();
  return found ? { digestAt: found.digestAt, quiet: found.quiet } : usual;
}

/** Idempotent: the last word counts. */
export async function preferNotices(
  ctx: StoreContext,
  personId: string,
  patch: Partial<NoticePreferences>,
): Promise<void> {
  const { _id, ...set } = preferences.check({ _id: personId, ...usual, ...patch });
  const changed = Object.keys(patch) as (keyof NoticePreferences)[];
  const others = Object.entries(usual).filter(([name]) => !changed.includes(name as never));
  const $set = Object.fromEntries(changed.map((name) => [name, set[name]]));
  const update = { $set, $setOnInsert: Object.fromEntries(others) };
  await preferences.on(ctx.db).updateOne({ _id }, update, { upsert: true });
}

/** Those of them who chose the daily digest. */
export async function digestReaders(ctx: StoreContext, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const filter = { _id: trusted({ $in: [...ids] }), digestAt: trusted({ $ne: null }) };
  const found = await preferences
    .on(ctx.db)
    .find(filter as never, { _id: 1 })
    .lean();
  return new Set(found.map(({ _id }) => _id));
}

/** Until when a person is not disturbed now; null where they may be. */
export async function quietUntil(ctx: StoreContext, personId: string): Promise<Date | null> {
  const { quiet } = await noticePreferences(ctx, personId);
  return quiet && endOfQuiet(ctx.clock.now(), quiet);
}

/** The end of quiet hours that an instant falls into; null outside of them. They may go past midnight. */
export function endOfQuiet(now: Date, { from, to }: Quiet): Date | null {
  const time = localTime(now);
  const today = localDate(now);
  if (from <= to) return time >= from && time < to ? instantOf(today, to) : null;
  if (time >= from) return instantOf(addDays(today, 1), to);
  return time < to ? instantOf(today, to) : null;
}

export async function erasePreferences(ctx: StoreContext, personId: string): Promise<void> {
  await preferences.on(ctx.db).deleteOne({ _id: personId });
}
