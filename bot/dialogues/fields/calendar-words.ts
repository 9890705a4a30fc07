// The words of dates in Kazakh, Russian and English: months in every case and abbreviation, days of the week, today.
// All are compared folded, so that «караша» and «Қараша» are the same month.
import { foldTyped } from '../../../engine/kernel/typed-text.ts';

/** Stems: what follows them is the ending of a case («ноябр» + «я»). */
const MONTHS = [
  ['қаңтар', 'январ', 'january'],
  ['ақпан', 'феврал', 'february'],
  ['наурыз', 'март', 'march'],
  ['сәуір', 'апрел', 'april'],
  ['мамыр', 'май', 'may'],
  ['маусым', 'июн', 'june'],
  ['шілде', 'июл', 'july'],
  ['тамыз', 'август', 'august'],
  ['қыркүйек', 'сентябр', 'september'],
  ['қазан', 'октябр', 'october'],
  ['қараша', 'ноябр', 'november'],
  ['желтоқсан', 'декабр', 'december'],
].map((stems) => stems.map(foldTyped));
/** Cases that do not begin with the stem. */
const MAY = ['мая', 'маю', 'маем', 'мае'];

const WEEKDAYS = [
  ['дүйсенбі', 'понедельник', 'monday', 'дс', 'пн'],
  ['сейсенбі', 'вторник', 'tuesday', 'сс', 'вт'],
  ['сәрсенбі', 'сред', 'wednesday', 'ср'],
  ['бейсенбі', 'четверг', 'thursday', 'бс', 'чт'],
  ['жұма', 'пятниц', 'friday', 'жм', 'пт'],
  ['сенбі', 'суббот', 'saturday', 'сб', 'сн'],
  ['жексенбі', 'воскресень', 'sunday', 'жс', 'жк', 'вс'],
].map((stems) => stems.map(foldTyped));

const RELATIVE: ReadonlyMap<string, number> = new Map(
  [
    ...['сегодня', 'бүгін', 'today'].map((each) => [each, 0] as const),
    ...['вчера', 'кеше', 'yesterday'].map((each) => [each, -1] as const),
    ...['позавчера', 'алдыңғы күні', 'алдыңгүні', 'day before yesterday'].map((each) => [each, -2] as const),
    ...['завтра', 'ертең', 'tomorrow'].map((each) => [each, 1] as const),
    ...['послезавтра', 'бүрсігүні', 'бүрсүгүні', 'day after tomorrow'].map((each) => [each, 2] as const),
  ].map(([word, days]) => [foldTyped(word), days] as const),
);

const LONGEST_ENDING = 5;
const SHORTEST = 3;

/** @returns 1 to 12, or null for no month; `word` is folded */
export function monthOf(word: string): number | null {
  const at = MAY.includes(word) ? 4 : MONTHS.findIndex((stems) => stems.some((stem) => isForm(word, stem)));
  return at < 0 ? null : at + 1;
}

/** @returns 1 (Monday) to 7, or null for no day of the week; `word` is folded */
export function weekdayOf(word: string): number | null {
  const at = WEEKDAYS.findIndex((stems) => stems.some((stem) => word === stem || isForm(word, stem)));
  return at < 0 ? null : at + 1;
}

/** @returns days from today, or null; `words` are folded */
export const relativeDays = (words: string): number | null => RELATIVE.get(words) ?? null;

/** An abbreviation of at least three letters, or the stem with an ending. */
const isForm = (word: string, stem: string): boolean =>
  word.length >= SHORTEST &&
  stem.length >= SHORTEST &&
  (stem.startsWith(word) || (word.startsWith(stem) && word.length - stem.length <= LONGEST_ENDING));
