// What follows from the events of the working calendar: operators hear of a year that nobody has confirmed.
import { HOUR } from '../../kernel/clock.ts';
import { text } from '../../kernel/message.ts';
import type { Notice } from '../../notify/notice.ts';
import { holdersOf } from '../../people/reach.ts';
import type { StoreContext } from '../../store/context.ts';
import type { StoredEvent } from '../../store/owned.ts';
import { announceUnconfirmed } from './years.ts';

async function tellOperators(ctx: StoreContext, { data }: StoredEvent): Promise<readonly Notice[]> {
  const message = { texts: [text('common:notice.calendar-unconfirmed', { year: String(data.year) })] };
  const operators = await holdersOf(ctx, 'operator', 'all');
  return operators.map((to) => ({ to, desk: 'staff', message }));
}

export const referenceEvents = { 'reference.year-unconfirmed': { tell: tellOperators } };

/** @param warn hears, at each run, of the years that nobody has confirmed */
export const referenceJobs = (warn: (years: readonly number[]) => void) => ({
  'reference.unconfirmed-years': {
    every: HOUR,
    run: async (ctx: StoreContext): Promise<void> => {
      const years = await announceUnconfirmed(ctx);
      if (years.length > 0) warn(years);
    },
  },
});
