// The working calendar as it stands in the database, for the kernel's arithmetic: the days of the years around a date are
// read once, further ones are as seeded.
import type { LocalDate } from '../../kernel/calendar.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import type { StoreContext } from '../../store/context.ts';
import { entriesOf } from '../entries.ts';
import { calendarDays } from './days.ts';
import { seedDays } from './seed-days.ts';
import { yearOf } from './years.ts';

/** @param from the day of the event: terms counted from it may reach into the next year */
export async function workingCalendar(
  ctx: Pick<StoreContext, 'db'>,
  from: LocalDate,
): Promise<WorkingCalendar> {
  const first = Number(from.slice(0, 4));
  const years = await Promise.all([first, first + 1].map((year) => readYear(ctx, year)));
  return {
    kindOf: (day) => {
      const read = years.find(({ year }) => day.startsWith(`${year}-`));
      return read ? read.days.get(day) : seedDays(Number(day.slice(0, 4))).get(day)?.kind;
    },
    isConfirmed: (year) => years.some((each) => each.year === year && each.isConfirmed),
  };
}

async function readYear(ctx: Pick<StoreContext, 'db'>, year: number) {
  const [days, { confirmed }] = await Promise.all([
    entriesOf(ctx, calendarDays, { prefix: `${year}-` }),
    yearOf(ctx, year),
  ]);
  const kinds = new Map(days.map(({ entry }) => [entry.id, entry.kind]));
  return { year, days: kinds, isConfirmed: confirmed !== null };
}
