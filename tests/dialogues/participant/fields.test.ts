// What the fields read and what they say when they cannot. The words themselves are rendered in the transcripts.
import { describe, expect, it } from 'vitest';
import type { Field } from '../../../bot/dialogue/steps/ask.ts';
import type { Talk } from '../../../bot/dialogue/talk.ts';
import { civilDate } from '../../../bot/dialogues/fields/civil-date.ts';
import { freeText } from '../../../bot/dialogues/fields/free-text.ts';
import { fullName } from '../../../bot/dialogues/fields/full-name.ts';
import { phone } from '../../../bot/dialogues/fields/phone.ts';
import { timeOfDay } from '../../../bot/dialogues/fields/time-of-day.ts';
import { timeRange, timeRangeIn } from '../../../bot/dialogues/fields/time-range.ts';
import { wholeNumber } from '../../../bot/dialogues/fields/whole-number.ts';

/** Late on 4 October in UTC is 5 October in Kazakhstan. */
const talk = { now: new Date('2026-10-04T20:00:00Z') } as Talk<unknown>;

async function read(field: Field<unknown>, typed: string): Promise<unknown> {
  const parsed = await field.parse(typed, talk);
  return 'value' in parsed ? parsed.value : parsed.problem.key.replace('common:field.', '!');
}

describe('fields', () => {
  it.each([
    ['Үлгі Айгүл', 'Үлгі Айгүл'],
    ['  Мысал   Нұрлан  Әділұлы ', 'Мысал Нұрлан Әділұлы'],
    ["O'Neil Anne-Marie", "O'Neil Anne-Marie"],
    ['Айгүл', '!name.one-word'],
    ['Айгүл 2', '!name.letters'],
    ['<b>x</b> y', '!name.letters'],
    [`Аа ${'б'.repeat(100)}`, '!name.too-long'],
  ])('name %s', async (typed, value) => expect(await read(fullName, typed)).toBe(value));

  it.each([
    ['8 701 234 56 78', '+77012345678'],
    ['+7 (701) 234-56-78', '+77012345678'],
    ['7012345678', '+77012345678'],
    ['87012345', '!phone.length'],
    ['+7 901 234 56 78', '!phone.country'],
    ['звоните вечером', '!phone.characters'],
  ])('phone %s', async (typed, value) => expect(await read(phone, typed)).toBe(value));

  it.each([
    ['5.10', '2026-10-05'],
    ['04.10', '2026-10-04'],
    ['12.10', '2025-10-12'],
    ['12/09/2026', '2026-09-12'],
    ['12.09.26', '2026-09-12'],
    ['2026-10-01', '2026-10-01'],
    ['31.02', '!date.no-such-day'],
    ['32.13', '!date.no-such-day'],
    ['06.10.2026', '!date.in-future'],
    ['на прошлой неделе', '!date.unreadable'],
  ])('past date %s', async (typed, value) => expect(await read(civilDate('past'), typed)).toBe(value));

  it.each([
    ['5.10', '2026-10-05'],
    ['04.10', '2027-10-04'],
    ['04.10.2026', '!date.in-past'],
  ])('future date %s', async (typed, value) => expect(await read(civilDate('future'), typed)).toBe(value));

  it('offers today and yesterday by the calendar of Kazakhstan', () => {
    const offers = civilDate('past').offers?.(talk) ?? [];
    expect(offers.map(({ value, label }) => [label.key, value])).toEqual([
      ['common:day.today', '2026-10-05'],
      ['common:day.yesterday', '2026-10-04'],
    ]);
  });

  it.each([
    ['14:00–18:00', '14:00', 240],
    ['14-18', '14:00', 240],
    ['9.30 - 11.00', '09:30', 90],
    ['14:00 18:00', '14:00', 240],
    ['с 9 до 12:30', '09:00', 210],
    ['from 9 to 12', '09:00', 180],
    ['14-тен 18-ге дейін', '14:00', 240],
    ['9:00-ден 11:00-ге дейін', '09:00', 120],
    ['14:00 4 ч', '14:00', 240],
    ['14:00 4 сағат', '14:00', 240],
    ['14 2 h', '14:00', 120],
    ['14:00 1,5 ч', '14:00', 90],
    ['14:00 45 мин', '14:00', 45],
    ['14:00 4', '14:00', 240],
    ['20:00-24:00', '20:00', 240],
  ])('time %s', async (typed, start, minutes) =>
    expect(timeRangeIn(String(await read(timeRange, typed)))).toEqual({ start, minutes }),
  );

  it.each([
    ['14 4', '!time.unreadable'],
    ['после обеда', '!time.unreadable'],
    ['14:00', '!time.no-end'],
    ['25:00-26:00', '!time.no-such-time'],
    ['14:00-25:00', '!time.no-such-time'],
    ['14:70-15:00', '!time.no-such-time'],
    ['22:00-02:00', '!time.order'],
    ['14:00-14:00', '!time.order'],
    ['14:00 0 ч', '!time.order'],
  ])('no time %s', async (typed, problem) => expect(await read(timeRange, typed)).toBe(problem));

  it.each([
    ['9', '09:00'],
    ['9.30', '09:30'],
    ['24:00', '!time.no-such-time'],
    ['утром', '!time.one-unreadable'],
  ])('time of day %s', async (typed, value) => expect(await read(timeOfDay, typed)).toBe(value));

  it('counts a text in characters and names the limit', async () => {
    const field = freeText({ least: 3, most: 5 });
    expect(await read(field, '👍👍')).toBe('!text.too-short');
    expect(await read(field, '👍👍👍')).toBe('👍👍👍');
    expect(await read(field, 'шестьь')).toBe('!text.too-long');
  });

  it.each([
    ['10', 10],
    ['1 000', 1000],
    ['0', '!number.range'],
    ['1.5', '!number.whole'],
    ['десять', '!number.digits'],
  ])('number %s', async (typed, value) =>
    expect(await read(wholeNumber({ least: 1, most: 1000 }), typed)).toBe(value),
  );
});
