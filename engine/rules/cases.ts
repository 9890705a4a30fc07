// Tests of rule sets as data: reads `<set>.cases.yaml`, runs the cases, tells what differs.
// Used by the command line, by the tests and before a draft may be published.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { AppError } from '../kernel/errors.ts';
import type { RuleBook } from './book.ts';
import { checkKeys } from './checks/hostile-keys.ts';
import { shapeCheck } from './checks/shape.ts';
import { evaluationJson } from './evaluation.ts';
import { type Finding, findingsOf, shown } from './finding.ts';
import { type CaseFile, caseFileSchema, type Expectation, type RuleCase } from './schema/case-file.ts';
import { filesIn, programmesIn } from './sources.ts';

const ENDING = '.cases.yaml';
const checkShape = shapeCheck(caseFileSchema);

export interface SetCases {
  readonly file: string;
  readonly set: string;
  readonly cases: CaseFile;
}

export interface CaseFailure {
  readonly set: string;
  readonly name: string;
  /** One line per difference: what was expected and what came. */
  readonly differences: readonly string[];
}

/** Reads every case file of a rules directory. Unreadable ones are left out and reported. */
export function readCases(directory: string): { cases: readonly SetCases[]; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const cases = programmesIn(directory).flatMap((programme) =>
    filesIn(directory, programme, ENDING).flatMap((name) => {
      const file = `${programme}/${name}`;
      const content = parseCases(readFileSync(join(directory, file), 'utf8'), file, findings);
      return content === null
        ? []
        : [{ file, set: `${programme}.${name.slice(0, -ENDING.length)}`, cases: content }];
    }),
  );
  return { cases, findings };
}

/** @returns the cases of one document, or null when it is not sound (then `findings` says why) */
export function parseCases(text: string, file: string, findings: Finding[]): CaseFile | null {
  try {
    const content: unknown = parse(text, { maxAliasCount: 100 });
    return checkCases(content, file, findings) ? content : null;
  } catch (error) {
    const into = findingsOf(file, findings);
    into.add('unreadable', '', error instanceof Error ? error.message : String(error), 'give valid YAML');
    return null;
  }
}

/** True when a value is a list of cases; says what is wrong otherwise. */
export function checkCases(content: unknown, file: string, findings: Finding[]): content is CaseFile {
  const into = findingsOf(file, findings);
  return checkKeys(content, into) && checkShape(content, into);
}

/** Runs the cases of a set. @returns those that did not come out as expected */
export async function runCases(book: RuleBook, { set, cases }: SetCases): Promise<readonly CaseFailure[]> {
  const results = await Promise.all(
    cases.map(async (each) => ({ set, name: each.name, differences: await differencesOf(book, set, each) })),
  );
  return results.filter(({ differences }) => differences.length > 0);
}

async function differencesOf(book: RuleBook, set: string, { on, facts, expect }: RuleCase) {
  try {
    const actual = evaluationJson(await book.evaluate(set, on, facts));
    const parameters = Object.entries(expect.parameters ?? {}).map(([name, value]) =>
      difference(`parameter ${name}`, value, actual.parameters[name]),
    );
    const compared = (['outcome', 'reasons', 'percent', 'missing'] as const).map((key) =>
      difference(key, expect[key], actual[key]),
    );
    return [...compared, ...parameters].flat();
  } catch (error) {
    return refusal(error, expect);
  }
}

function refusal(error: unknown, expect: Expectation): readonly string[] {
  if (!(error instanceof AppError)) throw error;
  const outOfForce = error.details.some(({ pointer }) => pointer === '/on');
  return outOfForce && expect.outcome === 'noVersion' ? [] : [error.message];
}

const difference = (what: string, expected: unknown, actual: unknown): readonly string[] =>
  expected === undefined || isDeepStrictEqual(expected, actual)
    ? []
    : [`${what}: expected ${shown(expected)}, got ${shown(actual ?? null)}`];
