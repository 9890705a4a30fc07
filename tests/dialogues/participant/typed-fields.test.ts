// What people type is read in three languages, what Qadam writes itself as well, and a refusal names what is wrong.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../../bot/dialogue/steps/ask.ts';
import type { Talk } from '../../../bot/dialogue/talk.ts';
import { bin } from '../../../bot/dialogues/fields/bin.ts';
import { birthDate } from '../../../bot/dialogues/fields/birth-date.ts';
import { civilDate } from '../../../bot/dialogues/fields/civil-date.ts';
import { duration } from '../../../bot/dialogues/fields/duration.ts';
import { freeText } from '../../../bot/dialogues/fields/free-text.ts';
import { fullName } from '../../../bot/dialogues/fields/full-name.ts';
import { phone } from '../../../bot/dialogues/fields/phone.ts';
import { timeOfDay } from '../../../bot/dialogues/fields/time-of-day.ts';
import { timeRange } from '../../../bot/dialogues/fields/time-range.ts';
import { wholeNumber } from '../../../bot/dialogues/fields/whole-number.ts';
import { addDays, seenOn } from '../../../engine/kernel/calendar.ts';
import { type Language, languages } from '../../../engine/kernel/languages.ts';
import { formatOf } from '../../../locales/format.ts';
import { validBin } from '../../support/identity/numbers.ts';

/** A Monday. */
const TODAY = '2026-11-30';
const on = (day: string): Talk<unknown> => ({ now: new Date(`${day}T09:00:00Z`) }) as Talk<unknown>;

async function read(field: Field<unknown>, typed: string, day = TODAY): Promise<unknown> {
  const parsed = await field.parse(typed, on(day));
  return 'value' in parsed ? parsed.value : parsed.problem.key.replace('common:field.', '!');
}

const shown = (format: string, value: unknown, language: Language): string =>
  formatOf(format)(value, language);
const hours = duration({ least: 1, most: 60 * 999 });
const number = wholeNumber({ least: 0, most: 10 ** 9 });

describe('what people type', () => {
  it.each([
    ['+7 (701) 234\u201156\u201178', '+77012345678'],
    ['\u202a+7 701 234 56 78\u202c', '+77012345678'],
    ['8(701)234.56.78', '+77012345678'],
    ['тел.: 8–701–234–56–78', '+77012345678'],
    ['+７ ７０１ ２３４ ５６ ７８', '+77012345678'],
    ['8 701 234 56 7', '!phone.length'],
    ['позвоните', '!phone.characters'],
  ])('phone %s', async (typed, value) => expect(await read(phone, typed)).toBe(value));

  it.each([
    ['Үлгі Анна\u2011Мария', 'Үлгі Анна-Мария'],
    ['Үлгі\u00a0Анна — Мария', 'Үлгі Анна-Мария'],
    ['Үлгі\u200b, Айгүл', 'Үлгі Айгүл'],
    ['\u3164\u3164 \u3164', '!name.letters'],
  ])('name %s', async (typed, value) => expect(await read(fullName, typed)).toBe(value));

  it.each([`БИН ${validBin(1)}`, validBin(1).replace(/.{3}/gu, '$&\u2009'), `\u202a${validBin(1)}\u202c`])(
    'BIN %s',
    async (typed) => expect(await read(bin, typed)).toBe(validBin(1)),
  );

  it.each(['\u3164'.repeat(60), '\u2800'.repeat(12), 'а\u200b\u200b\u200b', 'а          б'])(
    'text %j is too short',
    async (typed) => expect(await read(freeText({ least: 4, most: 100 }), typed)).toBe('!text.too-short'),
  );

  it.each([
    ...[
      'вчера',
      'Вчера.',
      'кеше',
      'yesterday',
      '29 ноября',
      '29 қараша',
      '29 караша',
      '29 November',
      '29,11',
    ],
    ...[
      '29.11.2026 г.',
      '29\u201111\u20112026',
      '29/11/26',
      'воскресенье',
      'жексенбіде',
      'on Sunday',
      '29 қарашада',
    ],
    ...[
      '29-го ноября',
      'Nov 29th',
      '2026 ж. 29 қараша',
      'вчера, 29 ноября',
      '1 день назад',
      '1 күн бұрын',
      '1 day ago',
    ],
    ...['29112026', '2026-11-29', '29 нояб.', '29 қар.'],
  ])('past date %s', async (typed) => expect(await read(civilDate('past'), typed)).toBe('2026-11-29'));

  it.each([
    ['позавчера', '2026-11-28'],
    ['алдыңғы күні', '2026-11-28'],
    ['the day before yesterday', '2026-11-28'],
    ['бүгін', TODAY],
    ['понедельник', TODAY],
    ['last Monday', '2026-11-23'],
    ['5 мая', '2026-05-05'],
    ['маусымның 3', '2026-06-03'],
    ['завтра', '!date.in-future'],
    ['29', '!date.no-month'],
    ['ноябрь', '!date.no-day'],
    ['31 сентября', '!date.no-such-day'],
    ['всего', '!date.unreadable'],
    ['что', '!date.unreadable'],
    ['14:00', '!date.unreadable'],
    ['29.11 - 30.11', '!date.unreadable'],
  ])('past date %s', async (typed, value) => expect(await read(civilDate('past'), typed)).toBe(value));

  it.each([
    ['завтра', '2026-12-01'],
    ['ертең', '2026-12-01'],
    ['послезавтра', '2026-12-02'],
    ['бүрсігүні', '2026-12-02'],
    ['через 3 дня', '2026-12-03'],
    ['3 күннен кейін', '2026-12-03'],
    ['in 3 days', '2026-12-03'],
    ['в пятницу', '2026-12-04'],
    ['келесі дүйсенбі', '2026-12-07'],
    ['15 қаңтар', '2027-01-15'],
    ['вчера', '!date.in-past'],
  ])('future date %s', async (typed, value) => expect(await read(civilDate('future'), typed)).toBe(value));

  it.each([
    ['past', '25.12', '2026-12-10', '2025-12-25'],
    ['past', '25.12', '2026-12-25', '2026-12-25'],
    ['past', '31 декабря', '2027-01-02', '2026-12-31'],
    ['past', '1.01', '2027-01-02', '2027-01-01'],
    ['future', '25.12', '2026-12-10', '2026-12-25'],
    ['future', '2 января', '2026-12-31', '2027-01-02'],
    ['future', '31.12', '2027-01-02', '2027-12-31'],
  ] as const)('%s %s, typed on %s', async (side, typed, day, value) =>
    expect(await read(civilDate(side), typed, day)).toBe(value),
  );

  it.each([
    ['14.05.2006 г.', '2006-05-14'],
    ['14 мая 2006 года', '2006-05-14'],
    ['2006 ж. 14 мамыр', '2006-05-14'],
    ['May 14, 2006', '2006-05-14'],
    ['14.05.06', '2006-05-14'],
    ['14.05.98', '1998-05-14'],
    ['14 мая', '!birth-date.no-year'],
    ['14.05.2020', '!birth-date.implausible'],
    ['вчера', '!birth-date.unreadable'],
  ])('birth date %s', async (typed, value) => expect(await read(birthDate, typed)).toBe(value));

  it.each([
    ['14:00 2 ч 30 мин', '14:00/150'],
    ['14:00 2:30', '14:00/150'],
    ['с 14:00 по 18:00', '14:00/240'],
    ['14-00 до 18-00', '14:00/240'],
    ['14-00 ден 18-00-ге дейін', '14:00/240'],
    ['сағат 9-30-дан 11-00-ге дейін', '09:30/90'],
    ['14\u201100 — 18\u201100', '14:00/240'],
    ['сағат 14-тен 18-ге дейін', '14:00/240'],
    ['from 2 pm to 6 pm', '14:00/240'],
    ['с 14ч до 18ч', '14:00/240'],
    ['14:00 18', '14:00/240'],
    ['9:00 12:30', '09:00/210'],
    ['14:00 полтора часа', '14:00/90'],
    ['14:00 2ч30', '14:00/150'],
    ['14:00', '!time.no-end'],
    ['4 ч', '!time.no-start'],
    ['2,5', '!time.no-start'],
    ['после обеда', '!time.unreadable'],
    ['14:00-18:00 и 19:00-20:00', '!time.unreadable'],
  ])('time range %s', async (typed, value) => expect(await read(timeRange, typed)).toBe(value));

  it.each([
    ['2,5', 150],
    ['2.5', 150],
    ['2ч30', 150],
    ['2 сағ 30 мин', 150],
    ['2h 30min', 150],
    ['2:30', 150],
    ['20', 1200],
    ['90 мин', 90],
    ['жарты сағат', 30],
    ['0', '!hours.range'],
    ['много', '!hours.unreadable'],
  ])('hours %s', async (typed, value) => expect(await read(hours, typed)).toBe(value));

  it.each([
    ['14-00', '14:00'],
    ['14 ч 30', '14:30'],
    ['сағат 14', '14:00'],
    ['2 pm', '14:00'],
    ['12 am', '00:00'],
    ['13 pm', '!time.no-such-time'],
  ])('time of day %s', async (typed, value) => expect(await read(timeOfDay, typed)).toBe(value));

  it.each([
    ['10 мест', 10],
    ['20 000 ₸', 20_000],
    ['1,000', 1000],
    ['1,5', '!number.whole'],
    ['10 тысяч', '!number.digits'],
  ])('number %s', async (typed, value) => expect(await read(number, typed)).toBe(value));
});

describe.each(languages)('what Qadam writes itself, in %s', (language) => {
  const few = { numRuns: 30 };
  const days = fc.nat(364);
  const minutes = fc.integer({ min: 1, max: 1439 });
  const clock = (of: number): string =>
    `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;

  it.each(['day', 'weekday', 'dayYear'])('a date as %s', (format) =>
    fc.assert(
      fc.asyncProperty(days, async (ago) => {
        const past = addDays(TODAY, -ago);
        const future = addDays(TODAY, ago);
        expect(await read(civilDate('past'), shown(format, past, language))).toBe(past);
        expect(await read(civilDate('future'), shown(format, future, language))).toBe(future);
      }),
      few,
    ),
  );

  it('a date seen from another year', () =>
    fc.assert(
      fc.asyncProperty(days, async (ago) => {
        const date = addDays('2025-06-01', -ago);
        const written = shown('weekday', seenOn(new Date(`${TODAY}T09:00:00Z`), date), language);
        expect(written).toContain(date.slice(0, 4));
        expect(await read(civilDate('past'), written)).toBe(date);
      }),
      few,
    ));

  it('times, durations and both together', () =>
    fc.assert(
      fc.asyncProperty(minutes, minutes, async (one, other) => {
        const start = Math.min(one, other) - 1;
        const long = Math.max(one, other) - start;
        const lasting = shown('hours', long, language);
        expect(await read(timeOfDay, shown('time', clock(start), language))).toBe(clock(start));
        expect(await read(hours, lasting)).toBe(long);
        const range = `${clock(start)}/${long}`;
        expect(await read(timeRange, `${clock(start)} ${lasting}`)).toBe(range);
        expect(await read(timeRange, `${clock(start)}–${clock(start + long)}`)).toBe(range);
      }),
      few,
    ));

  it('hours as a number, sums and phones', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 399 }), fc.nat(10 ** 8), async (quarters, sum) => {
        expect(await read(hours, shown('hoursNumber', quarters * 15, language))).toBe(quarters * 15);
        expect(await read(number, shown('tenge', sum, language))).toBe(sum);
        expect(await read(number, shown('number', sum, language))).toBe(sum);
        const kept = `+7701${String(sum).padStart(9, '0').slice(2)}`;
        expect(await read(phone, kept)).toBe(kept);
      }),
      few,
    ));
});

it('reads the longest message at once, whatever it holds', async () => {
  const fields = [phone, fullName, bin, birthDate, civilDate('past'), timeOfDay, timeRange, hours, number];
  // Time of the processor, not of the wall: what else the machine does is no matter here.
  const began = process.cpuUsage();
  for (const field of fields)
    for (const hostile of [
      '1 ',
      '1',
      'ч ',
      '1ч',
      ' -',
      '1,',
      'а',
      'а ',
      '1.1 ',
      '14:00 ',
      'с 1',
      '29 ноября ',
      '(1',
    ])
      await read(field, `${hostile.repeat(Math.ceil(4_096 / hostile.length))}!`);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1_000).toBeLessThan(1_500);
});

it('shows the year of a date only where it is not the current one', () => {
  const now = new Date(`${TODAY}T09:00:00Z`);
  expect(shown('weekday', seenOn(now, '2025-12-25'), 'ru')).toBe('четверг, 25 декабря 2025 г.');
  expect(shown('day', seenOn(now, '2025-12-25'), 'kk')).toBe('2025 ж. 25 желтоқсан');
  expect(shown('day', seenOn(now, '2026-12-25'), 'en')).toBe('25 December');
  // In Kazakhstan it is next year already.
  expect(shown('dayTime', seenOn(now, '2026-12-31T20:00:00.000Z'), 'ru')).toBe('1 января 2027 г., 01:00');
  expect(shown('time', seenOn(now, '2026-12-31T20:00:00.000Z'), 'kk')).toBe('01:00');
});
