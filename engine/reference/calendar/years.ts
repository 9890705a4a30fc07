// Which years' calendars somebody has confirmed: the government moves days off every year, and no library knows it. Of a
// year that nobody has confirmed the operators hear once, and metrics and answers say so until somebody does.
import Type from 'typebox';
import { type Command, holds, systemActor } from '../../kernel/actor.ts';
import { localDate } from '../../kernel/calendar.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import { change, create } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { collection, Instant, nullable } from '../../store/model.ts';
import { outboxIndex, owned } from '../../store/owned.ts';
import { yearUnconfirmed } from '../events.ts';

export const calendarYears = collection(
  'calendar_years',
  owned({
    /** Null until somebody has confirmed it; `source` is the document that says so. */
    confirmed: nullable(Type.Object({ by: Type.String(), at: Instant, source: Type.String() })),
  }),
  [outboxIndex],
);
export type CalendarYear = ReturnType<typeof calendarYears.check>;

/** From this month on the next year matters, too: terms reach into it. */
const NEXT_YEAR_FROM = '-12-01';

export async function yearOf(
  ctx: Pick<StoreContext, 'db'>,
  year: number,
): Promise<{ readonly confirmed: CalendarYear['confirmed']; readonly version: number }> {
  const found = await calendarYears.raw(ctx.db).findOne({ _id: { $eq: String(year) } } as never);
  return { confirmed: found?.confirmed ?? null, version: found?.v ?? 0 };
}

/** @param source the document that the days were compared with */
export async function confirmYear(
  ctx: StoreContext,
  command: Command,
  year: number,
  source: string,
): Promise<Result<number>> {
  const { actor } = command;
  if (actor.kind !== 'system' && !holds(actor, 'operator', 'all')) return refused('common.not-allowed');
  const confirmed = { by: `${actor.kind}:${actor.id}`, at: ctx.clock.now(), source };
  const done = { action: 'calendar year confirmed', set: { confirmed }, result: year, details: { source } };
  const made = await create(ctx, calendarYears, String(year), command, done);
  return made.created ? ok(year) : change(ctx, calendarYears, String(year), command, () => ok(done));
}

/** The years that terms reach into now and nobody has confirmed. */
export async function yearsToConfirm(ctx: Pick<StoreContext, 'db' | 'clock'>): Promise<readonly number[]> {
  const today = localDate(ctx.clock.now());
  const year = Number(today.slice(0, 4));
  const near = today >= `${year}${NEXT_YEAR_FROM}` ? [year, year + 1] : [year];
  const found = await Promise.all(near.map(async (each) => ({ each, ...(await yearOf(ctx, each)) })));
  return found.flatMap(({ each, confirmed }) => (confirmed === null ? [each] : []));
}

/** Lets the operators know of each such year, once. @returns the years */
export async function announceUnconfirmed(ctx: StoreContext): Promise<readonly number[]> {
  const years = await yearsToConfirm(ctx);
  for (const year of years) {
    await create(
      ctx,
      calendarYears,
      String(year),
      { id: `calendar/unconfirmed/${year}`, actor: systemActor },
      {
        action: 'calendar year unconfirmed',
        set: { confirmed: null },
        events: [yearUnconfirmed({ year })],
        result: year,
      },
    );
  }
  return years;
}
