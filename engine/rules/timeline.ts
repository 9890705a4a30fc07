// Things that hold from one day to another: rule versions and parameter values. Days are civil dates, both ends included.
import type { LocalDate } from '../kernel/calendar.ts';

export interface Dated {
  readonly from: LocalDate;
  /** Last day; without it the next `from` ends it, or nothing does. */
  readonly to?: LocalDate;
}

/** The one in force on a day. @param items ascending by `from`, as the loader has checked */
export function inForceOn<T extends Dated>(items: readonly T[], on: LocalDate): T | undefined {
  const begun = items.findLast((item) => item.from <= on);
  if (begun === undefined) return undefined;
  return begun.to !== undefined && on > begun.to ? undefined : begun;
}
