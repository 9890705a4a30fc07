// `rules lint` and `rules test`: everything that is wrong with the rules and their texts, and every case that does not
// come out as its file says.
import { untried } from '../case-coverage.ts';
import { runCases } from '../cases.ts';
import { checkSources } from '../checks/check-sources.ts';
import { checkSense } from '../checks/sense.ts';
import { type Finding, findingLine } from '../finding.ts';
import { ruleBookFrom } from '../load.ts';
import type { Report } from './report.ts';
import { type RulesRead, readRules, textFindings } from './where.ts';

/** Faults of the rules, parameters, facts and cases, and missing texts. */
export async function lint(where: string): Promise<Report> {
  const rules = await readRules(where);
  const faults = checkSources(rules.sources);
  const found = [...(faults.length > 0 ? faults : meaningFindings(where, rules)), ...rules.findings];
  const sound = found.length === 0;
  const lines = sound ? [`${rules.sources.length} files, no faults`] : found.map(findingLine);
  return { lines, json: { sound, findings: found }, sound };
}

/** What can be asked of sound rules only. */
const meaningFindings = (where: string, rules: RulesRead): readonly Finding[] => [
  ...checkSense(ruleBookFrom(rules.sources)),
  ...textFindings(where, rules),
];

/** Runs the cases of one set or of all, and names what no case tries. */
export async function test(where: string, set: string | undefined): Promise<Report> {
  const { sources, cases, findings } = await readRules(where);
  const book = ruleBookFrom(sources);
  if (findings.length > 0)
    return { lines: findings.map(findingLine), json: { sound: false, findings }, sound: false };
  const wanted = set === undefined ? book.sets.map(({ id }) => id) : [book.set(set).id];
  const tried = await Promise.all(
    wanted.map(async (id) => {
      const own = cases.find((each) => each.set === id) ?? { set: id, file: '', cases: [] };
      const failures = await runCases(book, own);
      return { set: id, cases: own.cases.length, failures, untried: await untried(book, own) };
    }),
  );
  const sound = tried.every((each) => each.failures.length === 0 && each.untried.length === 0);
  return { lines: tried.flatMap(linesOf), json: { sound, sets: tried }, sound };
}

interface Tried {
  readonly set: string;
  readonly cases: number;
  readonly failures: Awaited<ReturnType<typeof runCases>>;
  readonly untried: readonly string[];
}

function linesOf({ set, cases, failures, untried: gaps }: Tried): readonly string[] {
  const problems = [
    ...failures.map(({ name, differences }) => `${set}: ${name}: ${differences.join('; ')}`),
    ...gaps.map((gap) => `${set}: no case: ${gap}`),
  ];
  return problems.length > 0 ? problems : [`${set}: ${cases} cases pass`];
}
