// When an open item is reminded of, and when it is overdue: what its reading says, else what its kind declares.
import { addDays, endOfDay, localDate } from '../kernel/calendar.ts';
import { HOUR } from '../kernel/clock.ts';
import type { StoreContext } from '../store/context.ts';
import type { After, Reading, ReviewKind } from './kind.ts';

export interface Dates {
  readonly remind: Date | null;
  readonly due: Date | null;
}

export async function datesOf<C extends StoreContext>(
  ctx: C,
  { remindAfter, dueAfter }: Pick<ReviewKind<C>, 'remindAfter' | 'dueAfter'>,
  subject: string,
  { since, due }: Pick<Reading, 'since' | 'due'>,
): Promise<Dates> {
  const at = (after: After<C> | undefined) => (after ? instantAfter(ctx, after, since, subject) : null);
  return { remind: await at(remindAfter), due: due ?? (await at(dueAfter)) };
}

function instantAfter<C extends StoreContext>(
  ctx: C,
  after: After<C>,
  since: Date,
  subject: string,
): Date | Promise<Date> {
  if (typeof after === 'function') return after(ctx, since, subject);
  return 'hours' in after
    ? new Date(since.getTime() + after.hours * HOUR)
    : endOfDay(addDays(localDate(since), after.days));
}
