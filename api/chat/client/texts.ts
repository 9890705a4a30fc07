// The page's own words, in the language that the visitor chose here. Messages come in the language of the person.
import en from '../../../locales/en/web.json' with { type: 'json' };
import kk from '../../../locales/kk/web.json' with { type: 'json' };
import ru from '../../../locales/ru/web.json' with { type: 'json' };
import { recall, remember } from './memory.ts';

export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];
export const languageNames: Readonly<Record<Language, string>> = { kk: 'Қаз', ru: 'Рус', en: 'Eng' };

const books: Readonly<Record<Language, object>> = { kk, ru, en };
const KEY = 'language';

const isLanguage = (value: unknown): value is Language => languages.some((each) => each === value);

function initial(): Language {
  const kept = recall(KEY);
  if (isLanguage(kept)) return kept;
  const tags = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]);
  return tags.find(isLanguage) ?? 'kk';
}

let current = initial();
document.documentElement.lang = current;
const listeners: (() => void)[] = [];

export const language = (): Language => current;

export function chooseLanguage(chosen: Language): void {
  current = chosen;
  remember(KEY, chosen);
  document.documentElement.lang = chosen;
  for (const listener of listeners) listener();
}

/** Called after every change of the language. */
export const onLanguage = (listener: () => void): void => void listeners.push(listener);

/** @param key `web:page.language` */
export function t(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  const path = key.slice(key.indexOf(':') + 1).split('.');
  const found = path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined),
    books[current],
  );
  if (typeof found !== 'string') return key;
  return found.replace(/\{\{(\w+)(?:, \w+)?\}\}/g, (_, name: string) => shown(params[name] ?? ''));
}

const shown = (value: string | number): string =>
  typeof value === 'number' ? value.toLocaleString(locale()) : value;

const locale = (): string => ({ kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' })[current];

const ZONE = 'Asia/Almaty';

export const timeOf = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(
    new Date(iso),
  );

/** A key that is the same for all instants of one day in Kazakhstan. */
export const dayKey = (iso: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(new Date(iso));

const months: Readonly<Record<'kk', readonly string[]>> = {
  kk: [
    ...['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым'],
    ...['шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
  ],
};
const weekdays = ['жексенбі', 'дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі'];

/** «5 октября, понедельник». Kazakh is written here: not every browser knows its names of days. */
export function dayOf(iso: string): string {
  const [year = 0, month = 1, day = 1] = dayKey(iso).split('-').map(Number);
  const at = new Date(Date.UTC(year, month - 1, day));
  if (current === 'kk') return `${day} ${months.kk[month - 1]}, ${weekdays[at.getUTCDay()]}`;
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', ...options }).format(at);
  return `${format({ day: 'numeric', month: 'long' })}, ${format({ weekday: 'long' })}`;
}
