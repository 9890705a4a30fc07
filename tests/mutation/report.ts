// The table of a run of mutations, and what is wrong with it: survivors that nobody justified, justifications that
// nothing needs any more.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Stryker } from '@stryker-mutator/core';
import type { Area } from './areas.ts';
import { type Survivor, survivors } from './survivors.ts';

type MutantResult = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

const NOTICED: readonly string[] = ['Killed', 'Timeout'];
const UNNOTICED: readonly string[] = ['Survived', 'NoCoverage'];

interface Line {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly replacement: string;
  readonly status: string;
}

export interface Outcome {
  readonly area: string;
  readonly mutants: number;
  readonly noticed: number;
  readonly justified: number;
  readonly unjustified: readonly Line[];
  readonly needless: readonly Survivor[];
  /** Noticed of all, in percent; justified ones count as not noticed. */
  readonly score: number;
  readonly enough: boolean;
}

export function outcomeOf(area: Area, results: readonly MutantResult[]): Outcome {
  const lines = results.map(lineOf);
  const noticed = lines.filter((each) => NOTICED.includes(each.status));
  const survived = lines.filter((each) => UNNOTICED.includes(each.status));
  const unjustified = survived.filter((line) => !survivors.some((each) => isSame(each, line)));
  const mine = survivors.filter((each) => area.mutate.includes(each.file));
  const mutants = noticed.length + survived.length;
  const accounted = mutants - unjustified.length;
  return {
    area: area.name,
    mutants,
    noticed: noticed.length,
    justified: survived.length - unjustified.length,
    unjustified,
    needless: mine.filter((each) => !survived.some((line) => isSame(each, line))),
    score: percent(noticed.length, mutants),
    enough: percent(accounted, mutants) >= area.least,
  };
}

export function tableOf(outcomes: readonly Outcome[]): string {
  const head = '| area | mutants | noticed | justified | not noticed | score |\n|---|---|---|---|---|---|';
  const rows = outcomes.map(
    (each) =>
      `| ${each.area} | ${each.mutants} | ${each.noticed} | ${each.justified} | ${each.unjustified.length} | ${each.score.toFixed(1)} % |`,
  );
  const complaints = outcomes.flatMap(({ unjustified, needless }) => [
    ...unjustified.map(
      ({ file, line, code, replacement, status }) =>
        `${status} ${file}:${line}\n  ${code}\n  → ${replacement}`,
    ),
    ...needless.map(
      ({ file, code, replacement }) => `needs no justification ${file}: ${code} → ${replacement}`,
    ),
  ]);
  return [head, ...rows, '', ...complaints].join('\n');
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

const isSame = (survivor: Survivor, line: Line): boolean =>
  survivor.file === line.file && survivor.code === line.code && survivor.replacement === line.replacement;

function lineOf({ fileName, location: { start, end }, replacement, status }: MutantResult): Line {
  const file = relative(process.cwd(), fileName);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const cut = lines.map((text, index) =>
    text.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined),
  );
  const code = cut.map((each) => each.trim()).join(' ');
  return { file, line: start.line, code, replacement: replacement ?? '', status };
}
