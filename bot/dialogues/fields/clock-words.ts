// The words that stand around times and durations in Kazakh, Russian and English, as parts of patterns. Folded.
import { foldTyped } from '../../../engine/kernel/typed-text.ts';

/** One of the words, the longest first. */
export const oneOf = (...words: readonly string[]): string =>
  `(?:${words
    .map(foldTyped)
    .sort((one, other) => other.length - one.length)
    .join('|')})`;

export const HOURS = oneOf(
  'ч',
  'час',
  'часа',
  'часов',
  'часу',
  'сағ',
  'сағат',
  'h',
  'hr',
  'hrs',
  'hour',
  'hours',
);
export const MINUTES = oneOf(
  'м',
  'мин',
  'минут',
  'минута',
  'минуты',
  'минуту',
  'm',
  'min',
  'mins',
  'minutes',
);

/** A time of day in three groups: hours, minutes, am or pm. At most one blank before the last. */
export const TIME = String.raw`(\d{1,2})(?:[:.](\d{2}))? ?(am|pm|a\.m\.?|p\.m\.?)?`;

/** `HH:MM` of what TIME found; it may be no time at all: «25:70». */
export function clockOf(hour = '', minute = '00', half = ''): string {
  if (half === '') return `${hour.padStart(2, '0')}:${minute}`;
  const figure = Number(hour);
  const inDay = figure < 1 || figure > 12 ? 99 : (figure % 12) + (half.startsWith('p') ? 12 : 0);
  return `${String(inDay).padStart(2, '0')}:${minute}`;
}
