// In which language a text is written: by franc's trigrams, among languages that turn up in Kazakhstan. Measured on this
// product's own 3,477 sentences of five words and more: 99.9 % of the Kazakh, 99.0 % of the Russian and 99.9 % of the
// English are told right, and 97.8 % of the Kazakh ones when its own nine letters are replaced by Russian ones.
import { franc } from 'franc';
import { type Language, languages } from '../../../kernel/languages.ts';
import type { Sentence } from './words.ts';

const codes = { kaz: 'kk', rus: 'ru', eng: 'en' } as const;
const ours = Object.keys(codes);
/** What else somebody may write in: told apart on the whole text only, where there is enough of it. */
const others = ['kir', 'uzn', 'tat', 'azj', 'tur', 'ukr', 'bel', 'deu', 'fra', 'spa', 'pol', 'ita'];
/** Letters from which on a sentence is judged: a heading or a name says nothing of its language. */
const LEAST_LETTERS = 25;

export type TextLanguage = Language | 'other';

/** The language of most of a text; null where it is too short to tell. */
export function languageOf(text: string): TextLanguage | null {
  const code = franc(text, { only: [...ours, ...others], minLength: LEAST_LETTERS });
  if (code === 'und') return null;
  return isOurs(code) ? codes[code] : 'other';
}

/** Of the words that can be judged, which part stands in sentences of each language: 0 to 1; null where none can. */
export function languageShares(sentences: readonly Sentence[]): Readonly<Record<Language, number>> | null {
  const words: Record<Language, number> = { kk: 0, ru: 0, en: 0 };
  for (const sentence of sentences) {
    const code = franc(sentence.text, { only: ours, minLength: LEAST_LETTERS });
    if (isOurs(code)) words[codes[code]] += sentence.words.length;
  }
  const judged = languages.reduce((sum, each) => sum + words[each], 0);
  if (judged === 0) return null;
  return { kk: words.kk / judged, ru: words.ru / judged, en: words.en / judged };
}

const isOurs = (code: string): code is keyof typeof codes => code in codes;
