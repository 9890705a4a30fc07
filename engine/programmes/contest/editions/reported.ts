// What is known of a year from elsewhere and not confirmed: shown to operators, never used.
import type { EngineContext } from '../../context.ts';

export interface Reported {
  readonly name: string;
  readonly value: string;
  /** First day on which it would hold. */
  readonly from: string;
  readonly note: string | null;
}

export function reportedFor(ctx: EngineContext, year: number): readonly Reported[] {
  const all = Object.entries(ctx.rules.parameters.ofProgramme('contest'));
  return all.flatMap(([name, { values }]) =>
    values
      .filter(({ status, from, to }) => status === 'reported' && isIn(year, from, to))
      .map(({ value, from, note = null }) => ({ name, value: String(value), from, note })),
  );
}

const isIn = (year: number, from: string, to = '9999-12-31'): boolean =>
  from <= `${year}-12-31` && to >= `${year}-01-01`;
