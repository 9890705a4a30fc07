// Whether the description in one language is that of another: the same words in the same order, wholly or in good part.
import { type Language, languages } from '../../../kernel/languages.ts';
import type { Reason } from '../../../kernel/result.ts';
import { because, inLanguage } from '../reason.ts';
import { sentencesOf } from './words.ts';

/** Words in a row that only copying brings about. */
const RUN = 5;
/** Part of the shorter text's runs that may occur in the other one: a quotation, the name of a college. */
const MOST_SHARED = 0.2;

export type Descriptions = Readonly<Record<Language, string>>;

/** A reason for each pair of languages whose descriptions are the same text. */
export function copiedTexts(texts: Descriptions): readonly Reason[] {
  const runs = new Map(languages.map((language) => [language, runsOf(texts[language], language)]));
  return pairs.flatMap(([one, other]) => {
    const shared = sharedPart(runs.get(one) ?? new Set(), runs.get(other) ?? new Set());
    return shared > MOST_SHARED
      ? [because('text-copied', { one: inLanguage(one), other: inLanguage(other) })]
      : [];
  });
}

const pairs: readonly (readonly [Language, Language])[] = languages.flatMap((one, index) =>
  languages.slice(index + 1).map((other) => [one, other] as const),
);

function runsOf(text: string, language: Language): ReadonlySet<string> {
  const words = sentencesOf(text, language).flatMap((each) => each.words);
  return new Set(words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' ')));
}

function sharedPart(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const least = Math.min(one.size, other.size);
  if (least === 0) return 0;
  return [...one].filter((run) => other.has(run)).length / least;
}
