// What is wrong with one description of a winner's achievements, apart from how long it is: each fault is a reason with
// a hint. The thresholds are ours (DECISIONS, 2026-11-30), wide enough for names, titles and quotations.
import type { Language } from '../../../kernel/languages.ts';
import type { Reason } from '../../../kernel/result.ts';
import { because, inLanguage } from '../reason.ts';
import { languageOf, languageShares } from './text-language.ts';
import { countWords, type Sentence, sentencesOf } from './words.ts';

/** Characters: some 2,500 words. */
export const LONGEST_TEXT = 20_000;
/** Part of the judged words that must be in the field's language. */
const LEAST_OWN = 0.8;
/** From here on, below the former, a text is a mixture; still less is a text in another language. */
const LEAST_MIXED = 0.3;
const LEAST_KAZAKH_LETTERS = 0.05;
/** Part of the words that must differ: running text of 250 words has 0.45 and more, a list of one word nothing. */
const LEAST_DISTINCT = 0.25;
/** Part of the words that may stand in sentences said before: a motto, a heading. */
const MOST_REPEATED = 0.2;
/** Words below which neither the language nor repetition can be judged fairly: the text is still being written. */
const LEAST_JUDGED = 20;
/** Part of the words that may mix Latin and Cyrillic letters: brand names with an ending. */
const MOST_MIXED = 0.02;
const SHOWN = 3;

export interface TextFinding {
  /** Words that count. */
  readonly words: number;
  readonly reasons: readonly Reason[];
}

export function examineText(text: string, field: Language): TextFinding {
  if (text.length > LONGEST_TEXT)
    return { words: 0, reasons: [because('text-too-long', { most: LONGEST_TEXT })] };
  const sentences = sentencesOf(text, field);
  const words = sentences.flatMap((each) => each.words);
  const repeated = repeats(words, sentences);
  const reasons = [repeated, mixedScripts(words), repeated ? null : foreign(text, sentences, field)];
  return { words: countWords(sentences), reasons: reasons.filter((each) => each !== null) };
}

function repeats(words: readonly string[], sentences: readonly Sentence[]): Reason | null {
  if (words.length < LEAST_JUDGED) return null;
  if (new Set(words).size < words.length * LEAST_DISTINCT)
    return because('text-repeats', { word: mostFrequent(words) });
  const again = words.length - countWords(sentences);
  return again > words.length * MOST_REPEATED ? because('text-repeated-sentences', { count: again }) : null;
}

function mostFrequent(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

/** Letters that only look alike: a word is counted, yet nobody finds it and no check sees it. */
function mixedScripts(words: readonly string[]): Reason | null {
  const mixed = words.filter((word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word));
  if (mixed.length <= words.length * MOST_MIXED) return null;
  const shown = [...new Set(mixed)].slice(0, SHOWN).join(', ');
  return because('text-mixed-scripts', { words: shown });
}

function foreign(text: string, sentences: readonly Sentence[], field: Language): Reason | null {
  if (countWords(sentences) < LEAST_JUDGED) return null;
  const shares = languageShares(sentences);
  const wanted = inLanguage(field);
  if (shares === null) return because('text-no-language', { field: wanted });
  const own = shares[field];
  const found = languageOf(text);
  if (own >= LEAST_OWN && field === 'kk' && lacksKazakhLetters(text)) return because('text-kazakh-letters');
  if (own >= LEAST_OWN && found !== 'other') return null;
  if (own >= LEAST_MIXED && own < LEAST_OWN)
    return because('text-mixed-languages', { field: wanted, percent: Math.floor(own * 100) });
  return because('text-wrong-language', { field: wanted, found: inLanguage(found ?? 'other') });
}

/** A quarter of the letters of a Kazakh text are its own; a keyboard without them leaves none. */
function lacksKazakhLetters(text: string): boolean {
  const letters = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const own = text.match(/[әғқңөұүһі]/giu)?.length ?? 0;
  return own < letters * LEAST_KAZAKH_LETTERS;
}
