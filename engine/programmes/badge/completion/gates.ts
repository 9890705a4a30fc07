// What the rules of a level ask besides the journal: age, badges held, the mentor's confirmations, the term.
import { DateTime } from 'luxon';
import { addDays, type LocalDate, localDate, yearsBetween } from '../../../kernel/calendar.ts';
import { people } from '../../../people/store.ts';
import type { Facts } from '../../../rules/rule-book.ts';
import type { EngineContext } from '../../context.ts';
import { participationsOf } from '../cases.ts';
import type { Level } from '../states.ts';
import type { Participation } from '../store.ts';

export async function gateFacts(ctx: EngineContext, participation: Participation): Promise<Facts> {
  const { person, startedOn, directions, confirmed, activatedAt, excusedWeeks } = participation;
  const found = await people.on(ctx.db).findById(person, { birthDate: 1 }).lean();
  const first = activatedAt ? localDate(activatedAt) : startedOn;
  return {
    age: found?.birthDate ? yearsBetween(found.birthDate, startedOn) : 0,
    'badge.heldLevels': [...(await heldLevels(ctx, person))],
    'badge.directionsConfirmed': directions.every(({ direction }) =>
      confirmed.some((each) => each.direction === direction),
    ),
    'badge.monthsSinceStart': monthsBegun(first, localDate(ctx.clock.now()), excusedWeeks.length),
  };
}

/** Badges that the person was awarded. */
export async function heldLevels(ctx: EngineContext, person: string): Promise<readonly Level[]> {
  const awarded = (await participationsOf(ctx, person)).filter(({ state }) => state === 'awarded');
  return awarded.map(({ level }) => level);
}

/** Months of the term that have begun, weeks that are excused left out: six to the last day of the sixth month. */
export function monthsBegun(first: LocalDate, today: LocalDate, excusedWeeks: number): number {
  const day = DateTime.fromISO(addDays(today, -7 * excusedWeeks), { zone: 'utc' });
  const months = day.diff(DateTime.fromISO(first, { zone: 'utc' }), 'months').months;
  return Math.max(0, Math.ceil(months));
}
