// `rules diff <a> <b>`: what changed from one state of the rules to another, in words or as data.
import { hasText, plainText } from '../../../locales/texts.ts';
import type { Language } from '../../kernel/languages.ts';
import type { RuleContent } from '../content.ts';
import type { RuleChange } from '../diff/change.ts';
import { changesBetween } from '../diff/diff.ts';
import { changeInWords } from '../diff/words.ts';
import { languagesFor } from './explain.ts';
import type { Report } from './report.ts';
import { type Comparable, readComparable } from './where.ts';

/** @param language of the words; all three where it is left out */
export async function diff(from: string, to: string, language: string | undefined): Promise<Report> {
  const [before, after] = [await readComparable(from), await readComparable(to)];
  const changes = programmesOf(before, after).flatMap((programme) =>
    changesBetween(programme, contentOf(before, after, programme), contentOf(after, before, programme)),
  );
  const wanted = languagesFor(language);
  return {
    lines: wanted.flatMap((each) => changes.map((change) => wordsIn(each, change))),
    json: { changes: changes.map((change) => ({ ...change, words: wordsOf(wanted, change) })) },
    sound: changes.length === 0,
  };
}

/** Where a file holds a part, its programme; else all. */
function programmesOf(before: Comparable, after: Comparable): readonly string[] {
  const sides = [before, after].filter(({ sets }) => sets !== null);
  const named = (sides.length > 0 ? sides : [before, after]).flatMap(({ programmes }) => [
    ...programmes.keys(),
  ]);
  return [...new Set(named)].sort();
}

const NOTHING: RuleContent = { parameters: {}, sets: {}, cases: {} };

/** Only what the other side can hold, too. */
function contentOf({ programmes }: Comparable, other: Comparable, programme: string): RuleContent {
  const content = programmes.get(programme) ?? NOTHING;
  const { sets: only } = other;
  if (only === null) return content;
  return {
    ...content,
    sets: Object.fromEntries(Object.entries(content.sets).filter(([id]) => only.includes(id))),
  };
}

const wordsOf = (wanted: readonly Language[], change: RuleChange) =>
  Object.fromEntries(wanted.map((each) => [each, wordsIn(each, change)]));

const wordsIn = (language: Language, change: RuleChange): string =>
  changeInWords(
    change,
    (text) => plainText(text, language),
    (key) => hasText(key, language),
  );
