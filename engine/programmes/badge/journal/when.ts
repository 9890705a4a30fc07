// Whether an entry's day can be written down now: after activation, not ahead of time, and with a reason where it is late.
import { addDays, isLocalDate, type LocalDate, localDate } from '../../../kernel/calendar.ts';
import { type Refused, refused } from '../../../kernel/result.ts';
import type { EngineContext } from '../../context.ts';
import type { Participation } from '../store.ts';
import { standingOn } from './cases.ts';
import type { Written } from './shapes.ts';
import { entries } from './store.ts';

/** The first day of whose entries nobody asks why they are late. */
export function timelySince(ctx: EngineContext, now: Date): LocalDate {
  const today = localDate(now);
  return addDays(today, -ctx.rules.number('badge', 'entryLateDays', today));
}

/** @param madeAt on the person's device: what was written in time and sent later is not late */
export function refuseDay(
  ctx: EngineContext,
  { state, activatedAt }: Participation,
  { date, days, late }: Written,
  madeAt: Date,
): Refused | null {
  if (state !== 'active' || activatedAt === null) return refused('badge-journal.not-active');
  const all = [date, ...days];
  if (!all.every(isLocalDate)) return refused('badge-journal.day-unreadable');
  const first = localDate(activatedAt);
  if (all.some((day) => day < first)) return refused('badge-journal.before-activation', { from: first });
  if (all.some((day) => day > localDate(ctx.clock.now()))) return refused('badge-journal.day-ahead');
  if (date < timelySince(ctx, madeAt) && late === null) return refused('badge-journal.late-needs-reason');
  return null;
}

/** Against a day with more hours than a day has for it, and the same thing written down twice. */
export async function refuseBeside(
  ctx: EngineContext,
  participation: Participation,
  entry: Written,
  own: string,
): Promise<Refused | null> {
  const { _id, round } = participation;
  const { date } = entry;
  if (entry.book) {
    const same = { participation: _id, round, 'book.id': entry.book.id };
    const known = await entries
      .on(ctx.db)
      .findOne(same as never)

      .lean();
    if (known && known._id !== own && known.state !== 'returned') return refused('badge-journal.book-known');
  }
  if (entry.minutes === null) return null;
  const that = (await standingOn(ctx, { participation: _id, round, date })).filter(
    (each) => each._id !== own,
  );
  const before = that.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  const limit = ctx.rules.number('badge', 'dailyMinutesLimit', date);
  if (before + entry.minutes <= limit) return null;
  return refused('badge-journal.day-full', { limit, left: Math.max(0, limit - before), date });
}
