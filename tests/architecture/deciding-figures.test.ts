// The check of deciding figures finds what decides, and passes over what does not.
import { expect, it } from 'vitest';
import { figuresIn } from './checks/deciding-figures/figures-in.ts';

it.each([
  ['a cap', 'const MOST_PER_COLLEGE = 3;', 'MOST_PER_COLLEGE'],
  ['a comparison', 'if (age < 14) return refused();', '14'],
  ['a reminder', 'remindAfter: { days: 3 },', '3'],
  ['an amount', 'const payout = 20_000;', 'payout'],
  ['a share', 'return share >= 0.5;', '0.5'],
  ['a term of days', 'const until = addDays(today, 14);', 'until'],
  ['days made of a constant', 'validFor: 10 * DAY,', '10'],
])('finds %s', (_what, code, name) => {
  expect(figuresIn(`// 7\n${code}`)).toEqual([{ line: 2, name, code }]);
});

it.each([
  ['counting and whole percentages', 'if (n > 1 && percent === 100) return n - 1;'],
  ['a comment and a text', "say('at most 10'); // at most 10"],
  ['a stored shape', 'year: Type.Integer({ minimum: 2019, maximum: 2100 }),'],
  ['a job', 'every: 5 * MINUTE,'],
  ['a week', 'const end = addDays(mondayOf(week), 6);'],
  ['a part of a date', 'const year = day.slice(0, 4);'],
  ['a page', '.limit(200)'],
])('passes over %s', (_what, code) => {
  expect(figuresIn(code)).toEqual([]);
});
