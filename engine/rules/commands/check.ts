// `rules lint` and `rules test`: everything that is wrong with the rule files and their texts, and every case that does
// not come out as its file says.
import { join } from 'node:path';
import { untried } from '../case-coverage.ts';
import { readCases, runCases } from '../cases.ts';
import { checkSources } from '../checks/check-sources.ts';
import { checkTexts } from '../checks/texts.ts';
import { findingLine } from '../finding.ts';
import { ruleBookFrom } from '../load.ts';
import { readSources } from '../sources.ts';

export interface Report {
  readonly lines: readonly string[];
  readonly sound: boolean;
}

/** Faults of the rule, parameter, fact and case files, and missing texts. */
export function lint(directory: string): Report {
  const sources = readSources(directory);
  const faults = checkSources(sources);
  const texts = faults.length > 0 ? [] : checkTexts(ruleBookFrom(sources), join(directory, '../locales'));
  const findings = [...faults, ...texts, ...readCases(directory).findings];
  if (findings.length > 0) return { lines: findings.map(findingLine), sound: false };
  return { lines: [`${sources.length} files, no faults`], sound: true };
}

/** Runs the cases of one set or of all, and names what no case tries. */
export async function test(directory: string, set: string | undefined): Promise<Report> {
  const book = ruleBookFrom(readSources(directory));
  const { cases, findings } = readCases(directory);
  if (findings.length > 0) return { lines: findings.map(findingLine), sound: false };
  const wanted = set === undefined ? book.sets.map(({ id }) => id) : [book.set(set).id];
  const reports = await Promise.all(
    wanted.map(async (id) => {
      const own = cases.find((each) => each.set === id) ?? { set: id, file: '', cases: [] };
      const failures = (await runCases(book, own)).map(
        ({ name, differences }) => `${id}: ${name}: ${differences.join('; ')}`,
      );
      const gaps = (await untried(book, own)).map((gap) => `${id}: no case: ${gap}`);
      const problems = [...failures, ...gaps];
      return problems.length > 0 ? { lines: problems, sound: false } : passed(id, own.cases.length);
    }),
  );
  return { lines: reports.flatMap(({ lines }) => lines), sound: reports.every(({ sound }) => sound) };
}

const passed = (set: string, cases: number): Report => ({
  lines: [`${set}: ${cases} cases pass`],
  sound: true,
});
