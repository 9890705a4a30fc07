// Descriptions of achievements to take pieces of: 280 words and more in each language, of nobody in particular.

import { type Language, languages } from '../../../engine/kernel/languages.ts';
import achievements from '../../../engine/programmes/contest/demo/achievements.json' with { type: 'json' };

export const whole = (language: Language): string => achievements[language].join('\n');

export const wholeInAll = Object.fromEntries(languages.map((each) => [each, whole(each)])) as Record<
  Language,
  string
>;

/** The first so many words; their number is what Unicode's rules count. */
export function firstWords(language: Language, count: number): string {
  const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(whole(language))];
  let left = count;
  const end = segments.findIndex(({ isWordLike }) => isWordLike === true && left-- === 0);
  return segments
    .slice(0, end < 0 ? segments.length : end)
    .map(({ segment }) => segment)
    .join('')
    .trim();
}
