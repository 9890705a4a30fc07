// Block I: every line is filled in, and three of them are written with a capital, without quotation marks and without a full
// stop. Source: 004_37e0be1e6b574c89, the note beneath block I.
import type { Plan } from '../shape.ts';
import { isBlank, type Words } from '../words.ts';
import { type Finding, fault, warning } from './finding.ts';

type General = Plan['general'];

const compulsory = ['grantee', 'direction', 'theme', 'goal', 'territory', 'targetGroup'] as const;
const plainlyWritten = ['grantee', 'direction', 'theme'] as const;
export type GeneralLine = (typeof compulsory)[number] | 'period' | 'results' | 'partners';

export function generalFindings(general: General): readonly Finding[] {
  const empty = (line: GeneralLine) => fault('line-empty', `/general/${line}`, { line });
  const { from, to, results, partners } = general;
  return [
    ...compulsory.filter((line) => isBlank(general[line])).map(empty),
    ...(from === null || to === null ? [empty('period')] : []),
    ...(from !== null && to !== null && to < from
      ? [fault('period-reversed', '/general/to', { from, to })]
      : []),
    ...(results.length === 0 ? [empty('results')] : []),
    ...(partners.length === 0 ? [empty('partners')] : []),
    ...plainlyWritten.flatMap((line) => writingOf(line, general[line])),
  ];
}

const QUOTED = /[«»"“”„‟]/u;
const SMALL = /^[\s«»"“”„‟]*\p{Ll}/u;
const STOPPED = /\.\s*$/u;

/** One warning for each way in which the line is not written as the annex asks, whatever the language. */
function writingOf(line: (typeof plainlyWritten)[number], words: Words | null): readonly Finding[] {
  const all = Object.values(words ?? {}).filter((each): each is string => typeof each === 'string');
  const checks = [
    ['quoted', QUOTED],
    ['small-letter', SMALL],
    ['final-stop', STOPPED],
  ] as const;
  return checks
    .filter(([, pattern]) => all.some((each) => pattern.test(each)))
    .map(([code]) => warning(code, `/general/${line}`, { line }));
}
