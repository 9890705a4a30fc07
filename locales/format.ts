// How raw values of texts are shown: `{{until, dayTime}}`, `{{amount, tenge}}`. Called by texts.ts only.
// Each throws RangeError for a value it cannot show; dates and times are those of Asia/Almaty.
import { isLocalDate, isLocalTime, ZONE } from '../engine/kernel/calendar.ts';
import type { Language } from '../engine/kernel/languages.ts';
import { regionOf } from '../engine/kernel/regions.ts';

export type Format = (value: unknown, language: Language) => string;

/** en-GB writes «5 October» and 24 hours, as the other two languages do. */
const LOCALE: Readonly<Record<Language, string>> = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' };
const NBSP = '\u00a0';
const BAR_CELLS = 10;

const HOUR_UNITS: Readonly<Record<Language, readonly [string, string]>> = {
  kk: ['сағ', 'мин'],
  ru: ['ч', 'мин'],
  en: ['h', 'min'],
};

/** «5 октября», from `YYYY-MM-DD` or an ISO instant; with its year where `seenOn` told another current one. */
const day: Format = (seen, language) => {
  const { value, year } = readIn(seen);
  if (year !== null && dateFormat('en', { year: 'numeric' }, value).format(dateOf(value)) !== year)
    return dayYear(value, language);
  return dateFormat(language, { day: 'numeric', month: 'long' }, value).format(dateOf(value));
};

/** «5 октября 2026 г.», where the year matters. */
const dayYear: Format = (value, language) =>
  dateFormat(language, { day: 'numeric', month: 'long', year: 'numeric' }, value).format(dateOf(value));

/** «понедельник, 5 октября». */
const weekday: Format = (seen, language) => {
  const { value } = readIn(seen);
  return `${dateFormat(language, { weekday: 'long' }, value).format(dateOf(value))}, ${day(seen, language)}`;
};

/** «23:59», from `HH:MM` or an ISO instant. */
const time: Format = (seen) => {
  const { value } = readIn(seen);
  if (typeof value === 'string' && isLocalTime(value)) return value;
  const parts: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return dateFormat('en', parts, value).format(dateOf(value));
};

/** «5 октября, 23:59», from an ISO instant. */
const dayTime: Format = (value, language) => `${day(value, language)}, ${time(value, language)}`;

const number: Format = (value, language) => numberFormat(language).format(numberOf(value));

/** «20 000 ₸»: never broken over two lines. */
const tenge: Format = (value, language) => `${number(value, language)}${NBSP}₸`;

/** Minutes as hours with their unit: «14 ч», «2 ч 30 мин», «45 мин». */
const hours: Format = (value, language) => {
  const minutes = numberOf(value);
  const [hour, minute] = HOUR_UNITS[language];
  const whole = Math.trunc(minutes / 60);
  const rest = Math.round(minutes - whole * 60);
  const shown = [
    ...(whole !== 0 || rest === 0 ? [`${number(whole, language)}${NBSP}${hour}`] : []),
    ...(rest !== 0 ? [`${rest}${NBSP}${minute}`] : []),
  ];
  return shown.join(NBSP);
};

/** Minutes as a bare number of hours, for a text that writes the unit itself: «14», «2,5». */
const hoursNumber: Format = (value, language) => number(numberOf(value) / 60, language);

/** 0 to 100 → «70 %» as the language writes it. */
const percent: Format = (value, language) =>
  numberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(numberOf(value) / 100);

/** 0 to 100 → ▰▰▰▱▱…; full only at 100, never empty once begun. */
const bar: Format = (value) => {
  const share = Math.min(100, Math.max(0, numberOf(value)));
  const full = share === 0 ? 0 : Math.max(1, Math.floor((share / 100) * BAR_CELLS));
  return '▰'.repeat(full) + '▱'.repeat(BAR_CELLS - full);
};

const region: Format = (value, language) => {
  const found = typeof value === 'string' ? regionOf(value) : undefined;
  if (!found) throw new RangeError('not the code of a region');
  return found[language];
};

const formats: Readonly<Record<string, Format>> = {
  ...{ day, dayYear, weekday, time, dayTime },
  ...{ number, tenge, hours, hoursNumber, percent, bar, region },
};

/** @throws RangeError for a name that is none of ours */
export function formatOf(name: string): Format {
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (!format) throw new RangeError('unknown format');
  return format;
}

/** What `seenOn` put together: the value and the year in which it is read, null where that was not told. */
function readIn(seen: unknown): { readonly value: unknown; readonly year: string | null } {
  const [, value, year] = (typeof seen === 'string' && /^([^/]+)\/(\d{4})$/u.exec(seen)) || [];
  return value === undefined ? { value: seen, year: null } : { value, year: year ?? null };
}

function dateOf(value: unknown): Date {
  const date = typeof value === 'string' || typeof value === 'number' ? new Date(value) : undefined;
  if (!date || Number.isNaN(date.getTime())) throw new RangeError('not a date');
  return date;
}

function numberOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new RangeError('not a number');
  return value;
}

const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

/** Intl objects cost far more to make than to use. */
function kept<T extends Intl.DateTimeFormat | Intl.NumberFormat>(
  kind: abstract new () => T,
  key: unknown,
  make: () => T,
): T {
  const name = JSON.stringify([kind.name, key]);
  const found = made.get(name);
  if (found instanceof kind) return found;
  const fresh = make();
  made.set(name, fresh);
  return fresh;
}

/** A civil date has no zone: it is shown as it is written. */
function dateFormat(language: Language, parts: Intl.DateTimeFormatOptions, value: unknown) {
  const timeZone = typeof value === 'string' && isLocalDate(value) ? 'UTC' : ZONE;
  const options = { ...parts, timeZone };
  return kept(
    Intl.DateTimeFormat,
    [language, options],
    () => new Intl.DateTimeFormat(LOCALE[language], options),
  );
}

function numberFormat(language: Language, options: Intl.NumberFormatOptions = { maximumFractionDigits: 2 }) {
  return kept(Intl.NumberFormat, [language, options], () => new Intl.NumberFormat(LOCALE[language], options));
}
