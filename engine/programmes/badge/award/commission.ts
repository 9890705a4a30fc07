// The award commission of a year, and its sitting. One a year, so that a rule that changes is next year's.
import { trusted } from 'mongoose';
import type { CommissionRule } from '../../../commissions/rule.ts';
import { type Commission, commissions, type Sitting, sittings } from '../../../commissions/store.ts';
import { calendarYear } from '../../../kernel/calendar.ts';
import type { StoreContext } from '../../../store/context.ts';

/** In `purpose` of the commission: how its events are told from those of other programmes. */
export const PURPOSE = 'badge.award';

export const commissionIdOf = (year: number): string => `badge-award-${year}`;

/** The commission of this year; null until the operator has formed it. */
export const currentCommission = (ctx: StoreContext): Promise<Commission | null> =>
  commissions
    .on(ctx.db)
    .findById(commissionIdOf(calendarYear(ctx.clock.now())))
    .lean() as Promise<Commission | null>;

/** The sitting that decides now: of this year's commission, or the one of last year that is not concluded. */
export async function openSittingOf(ctx: StoreContext): Promise<Sitting | null> {
  const year = calendarYear(ctx.clock.now());
  const of = [year, year - 1].map(commissionIdOf);
  const [newest] = await sittings
    .on(ctx.db)
    .find({ commission: trusted({ $in: of }), state: trusted({ $eq: 'open' }) } as never)
    .sort({ openedAt: -1 })
    .limit(1)
    .lean();
  return (newest as unknown as Sitting | undefined) ?? null;
}

/** The title of a kind of member. */
export const seatTitle = ({ kinds }: CommissionRule, kind: string): string =>
  kinds.find(({ id }) => id === kind)?.title ?? '';
