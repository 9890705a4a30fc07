// Words of a text by Unicode's rules (UAX #29): what stands between two bounds and holds a letter or a figure. Emoji,
// dashes and quotes are none; the two halves of a hyphenated word are two. A sentence that is repeated counts once.
import type { Language } from '../../../kernel/languages.ts';

export interface Sentence {
  readonly text: string;
  /** In lower case, in their order. */
  readonly words: readonly string[];
  /** Word for word an earlier one. */
  readonly isRepeat: boolean;
}

/** Sentences that hold a word. A blank line ends one, too; the end of a line does not: columns are copied from anywhere. */
export function sentencesOf(text: string, language: Language): readonly Sentence[] {
  const seen = new Set<string>();
  const found: Sentence[] = [];
  for (const { segment } of segmenters[language].sentences.segment(flowing(text))) {
    const words = wordsOf(segment, language);
    if (words.length === 0) continue;
    const plain = words.join(' ');
    found.push({ text: segment.trim(), words, isRepeat: seen.has(plain) });
    seen.add(plain);
  }
  return found;
}

/** How many words a text has; a sentence said again adds nothing. */
export const countWords = (sentences: readonly Sentence[]): number =>
  sentences.reduce((sum, { words, isRepeat }) => sum + (isRepeat ? 0 : words.length), 0);

/** Lines that were broken within a paragraph are one line; an empty line parts paragraphs. */
function flowing(text: string): string {
  const lines = text.normalize('NFC').split('\n');
  return lines
    .map((line, at) => `${line.trimEnd()}${isBlank(lines[at + 1]) ? '\n' : ' '}`)
    .join('')
    .trimEnd();
}

const isBlank = (line: string | undefined): boolean => line?.trim() === '';

function wordsOf(sentence: string, language: Language): readonly string[] {
  const segments = segmenters[language].words.segment(sentence);
  return [...segments].flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment.toLocaleLowerCase(language)] : [],
  );
}

const segmentersFor = (language: Language) => ({
  sentences: new Intl.Segmenter(language, { granularity: 'sentence' }),
  words: new Intl.Segmenter(language, { granularity: 'word' }),
});

const segmenters: Readonly<Record<Language, ReturnType<typeof segmentersFor>>> = {
  kk: segmentersFor('kk'),
  ru: segmentersFor('ru'),
  en: segmentersFor('en'),
};
