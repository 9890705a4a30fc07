// The holidays of a year as nobody has confirmed them yet: from date-holidays, with its known errors set right. Its names
// and dates are taken, its substitute days are not: it has two holidays of one weekend moved to the same day.
import Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import { addDays, type LocalDate } from '../../kernel/calendar.ts';
import { type Language, languages } from '../../kernel/languages.ts';
import type { DayKind } from '../../kernel/working-days.ts';
import type { Names } from '../collection.ts';
import corrections from '../seeds/calendar-corrections.json' with { type: 'json' };

type Named = Readonly<Record<Language, string>>;

export interface SeedDay extends Names {
  readonly kind: DayKind;
}

/** Days off that are no holidays by law: a weekend swallows them (Labour Code, article 84). */
const NOT_MOVED = ['01-07 ', '10 Dhu al-Hijjah '];
const MOVED: Named = {
  kk: 'ауыстырылған демалыс',
  ru: 'перенесённый выходной',
  en: 'day off moved from a weekend',
};

const known = new Map<number, ReadonlyMap<LocalDate, SeedDay>>();

/** @returns the days of the year that are not as the week has them, by date */
export function seedDays(year: number): ReadonlyMap<LocalDate, SeedDay> {
  const found = known.get(year) ?? daysOf(year);
  known.set(year, found);
  return found;
}

function daysOf(year: number): ReadonlyMap<LocalDate, SeedDay> {
  const holidays = holidaysOf(year);
  const off = new Map<LocalDate, Named>(holidays.map(({ day, names }) => [day, names]));
  // In their order, after all holidays are known: a holiday moves to the first day that is none.
  for (const { day, names, isMoved } of holidays) {
    if (!isMoved || !isWeekend(day)) continue;
    let next = addDays(day, 1);
    while (off.has(next) || isWeekend(next)) next = addDays(next, 1);
    off.set(next, movedFrom(names));
  }
  const days = [...off].map(([id, names]): [LocalDate, SeedDay] => [id, entryOf(id, names)]);
  return new Map(days.sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Holiday {
  readonly day: LocalDate;
  readonly names: Named;
  readonly isMoved: boolean;
}

function holidaysOf(year: number): readonly Holiday[] {
  const calendar = new Holidays('KZ');
  const inLanguage = (language: Language) =>
    calendar.getHolidays(year, language).filter(({ type, substitute }) => type === 'public' && !substitute);
  const lists = languages.map((language) => [language, inLanguage(language)] as const);
  const [, first = []] = lists[0] ?? [];
  const found = first.map(({ date, rule }, at): Holiday => {
    const names = Object.fromEntries(lists.map(([language, list]) => [language, list[at]?.name ?? '']));
    const isMoved = !NOT_MOVED.some((fixed) => `${rule} `.startsWith(fixed));
    return { day: date.slice(0, 10), names: names as Named, isMoved };
  });
  return found.filter(({ day }) => !corrections.noHolidays.some((each) => each.day === day));
}

const isWeekend = (day: LocalDate): boolean => DateTime.fromISO(day, { zone: 'utc' }).weekday > 5;

const movedFrom = (names: Named): Named => ({
  kk: `${names.kk} (${MOVED.kk})`,
  ru: `${names.ru} (${MOVED.ru})`,
  en: `${names.en} (${MOVED.en})`,
});

const entryOf = (id: LocalDate, { kk, ru, en }: Named): SeedDay => ({
  ...{ id, kk, ru, en, from: null, to: null },
  kind: 'off',
});
