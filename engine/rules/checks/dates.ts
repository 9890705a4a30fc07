// Checks a list of dated entries: real dates, in order, without gaps or overlaps.
import { addDays, isLocalDate } from '../../kernel/calendar.ts';
import { pointerTo } from '../../kernel/json-pointer.ts';
import type { Findings } from '../finding.ts';
import type { Dated } from '../timeline.ts';

export interface Placed<T extends Dated> {
  readonly item: T;
  readonly pointer: string;
}

/** @returns true when the entries follow one another day by day */
export function checkDates(entries: readonly Placed<Dated>[], findings: Findings): boolean {
  const real = entries.map((entry) => checkReal(entry, findings)).every(Boolean);
  if (!real) return false;
  return entries
    .slice(1)
    .map((entry, index) => {
      const before = entries[index];
      return before === undefined || checkSequence(before, entry, findings);
    })
    .every(Boolean);
}

function checkReal({ item, pointer }: Placed<Dated>, findings: Findings): boolean {
  const wrong = (['from', 'to'] as const).filter((key) => {
    const date = item[key];
    return date !== undefined && !isLocalDate(date);
  });
  for (const key of wrong) {
    findings.add('no-such-date', pointerTo(pointer, key), item[key], 'give a date of the calendar');
  }
  if (wrong.length > 0) return false;
  if (item.to === undefined || item.to >= item.from) return true;
  findings.add('ends-before-start', pointerTo(pointer, 'to'), item.to, `give ${item.from} or later`);
  return false;
}

function checkSequence(before: Placed<Dated>, after: Placed<Dated>, findings: Findings): boolean {
  const { from } = after.item;
  const { to } = before.item;
  const pointer = pointerTo(after.pointer, 'from');
  if (from <= before.item.from || (to !== undefined && from <= to)) {
    findings.add('date-overlap', pointer, from, `begin after ${to ?? before.item.from}, in order of dates`);
    return false;
  }
  if (to !== undefined && from !== addDays(to, 1)) {
    findings.add('date-gap', pointer, from, `begin on ${addDays(to, 1)}, the day after the one before ends`);
    return false;
  }
  return true;
}
