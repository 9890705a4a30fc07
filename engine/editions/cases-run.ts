// How the cases of a draft come out, before people judge it. Reads and writes nothing.
import { type CaseFailure, runCases, untried } from '../rules/rule-book.ts';
import { bookOf, type Reviewed } from './reviewed.ts';

export interface CasesRun {
  readonly cases: number;
  readonly failures: readonly CaseFailure[];
  /** Thresholds and dates that no case tries. */
  readonly untried: readonly string[];
}

/** Runs the cases of every set of the programme against the draft. @throws AppError `configuration` as `bookOf` */
export async function casesOf(reviewed: Reviewed): Promise<CasesRun> {
  const book = bookOf(reviewed);
  const all = Object.entries(reviewed.content.cases).map(([set, cases]) => ({ file: 'draft', set, cases }));
  const failures = await Promise.all(all.map((each) => runCases(book, each)));
  const open = await Promise.all(
    all.map(async (each) => (await untried(book, each)).map((line) => `${each.set}: ${line}`)),
  );
  return {
    cases: all.reduce((sum, { cases }) => sum + cases.length, 0),
    failures: failures.flat(),
    untried: open.flat(),
  };
}
