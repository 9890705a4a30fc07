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

/** Which half of the day: «5 вечера», "5 pm". Folded. */
const NIGHT = 'ночи';
const AFTER_NOON = ['вечера', 'дня'];
const HALVES = ['am', 'pm', 'a\\.m\\.?', 'p\\.m\\.?', 'утра', NIGHT, ...AFTER_NOON].join('|');

/** A time of day in three groups: hours, minutes, half of the day. At most one blank before the last. */
export const TIME = String.raw`(\d{1,2})(?:[:.](\d{2}))? ?(${HALVES})?`;

const KAZAKH_HALVES = (
  [
    ['таңғы', 'утра'],
    ['таңертеңгі', 'утра'],
    ['түнгі', NIGHT],
    ['түскі', 'дня'],
    ['кешкі', 'вечера'],
  ] as const
).map(
  ([word, half]) =>
    [
      new RegExp(`${foldTyped(word)} (?:${foldTyped('сағат')} )?(\\d{1,2}(?:[:.]\\d{2})?)`, 'gu'),
      half,
    ] as const,
);

/** «кешкі 5-тен 9-ға» says it before the figure: put behind it, as the others say it. Folded. */
export const halvesBehind = (plain: string): string =>
  KAZAKH_HALVES.reduce((text, [pattern, half]) => text.replace(pattern, `$1 ${half}`), plain);

interface Told {
  readonly hour: string;
  readonly half: string | undefined;
}

/** Of «с 5 до 9 вечера» and «с 5 вечера до 9»: both are in the half that is said, where the first comes before the second in it. */
export function halvesOf(first: Told, last: Told): readonly [string | undefined, string | undefined] {
  const [from, to] = [Number(first.hour), Number(last.hour)];
  const isOneHalf = from < 12 && to < 12 && from < to;
  return isOneHalf ? [first.half ?? last.half, last.half ?? first.half] : [first.half, last.half];
}

/** `HH:MM` of what TIME found; it may be no time at all: «25:70». */
export function clockOf(hour = '', minute = '00', half = ''): string {
  if (half === '') return `${hour.padStart(2, '0')}:${minute}`;
  const figure = Number(hour);
  // «12 ночи» is midnight, «11 ночи» late in the evening, «2 ночи» early in the morning.
  const isLate =
    half === NIGHT ? figure >= 8 && figure < 12 : half.startsWith('p') || AFTER_NOON.includes(half);
  const inDay = figure < 1 || figure > 12 ? 99 : (figure % 12) + (isLate ? 12 : 0);
  return `${String(inDay).padStart(2, '0')}:${minute}`;
}
