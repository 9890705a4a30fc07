// A change of rules for tests: from a day the 20-hour credit wants 25 hours, the 50-hour one 60, with the cases that say so.
import type { DraftContent } from '../../../engine/editions/draft-content.ts';
import { addDays } from '../../../engine/kernel/calendar.ts';

const source = { document: 'an order that only tests know', section: '1' };

interface Raised {
  /** Minutes by target. */
  readonly minutes?: Readonly<Record<'20' | '50', number>>;
  readonly cases?: boolean;
  /** Minutes of the 20-hour credit until the day. */
  readonly until?: number;
}

/** @returns the content with the change in it */
export function raisedHours(
  { set, parameters, cases }: DraftContent,
  from: string,
  { minutes = { '20': 1500, '50': 3600 }, cases: withCases = true, until = 1200 }: Raised = {},
): DraftContent {
  const { requiredMinutes } = parameters;
  if (!requiredMinutes) throw new Error('no required minutes');
  const values = [...requiredMinutes.values, { from, value: minutes, status: 'expected' as const, source }];
  const own = cases[set.id] ?? [];
  return {
    set,
    parameters: { ...parameters, requiredMinutes: { ...requiredMinutes, values } },
    cases: { ...cases, [set.id]: withCases ? [...own, ...casesAround(from, minutes, until)] : own },
  };
}

function casesAround(from: string, minutes: Readonly<Record<'20' | '50', number>>, until: number) {
  const judged = (on: string, target: 20 | 50, confirmed: number, isMet: boolean) => ({
    name: `${target} hours on ${on}: ${confirmed} minutes`,
    on,
    facts: {
      'credit.targetHours': target,
      'credit.confirmedMinutes': confirmed,
      'credit.headApprovedReport': true,
      'credit.organisationAccredited': true,
    },
    expect: isMet
      ? { outcome: 'met' as const, reasons: [] }
      : { outcome: 'notMet' as const, reasons: ['credit.hours-short'] },
  });
  const sides = ([20, 50] as const).flatMap((target) =>
    [-1, 0, 1].map((step) => judged(from, target, minutes[`${target}`] + step, step >= 0)),
  );
  return [judged(addDays(from, -1), 20, until, true), ...sides];
}
