// Times by the half of the day, as people say them: «с 5 вечера до 9», «кешкі 5-тен 9-ға», "2-4 pm".
import { expect, it } from 'vitest';
import type { Talk } from '../../bot/dialogue/talk.ts';
import { timeRange } from '../../bot/dialogues/fields/time-range.ts';

const talk = { now: new Date('2026-11-30T09:00:00Z'), draft: {} } as unknown as Talk<unknown>;

it.each([
  ['с 5 вечера до 9 вечера', '17:00/240'],
  ['с 5 до 9 вечера', '17:00/240'],
  ['с 9 утра до 12 дня', '09:00/180'],
  ['с 9 утра до 1 дня', '09:00/240'],
  ['с 10 утра до 5 вечера', '10:00/420'],
  ['с 2 до 6 дня', '14:00/240'],
  ['с 8 вечера до 11 ночи', '20:00/180'],
  ['5 вечера', '!time.no-end'],
  ['кешкі 5-тен 9-ға дейін', '17:00/240'],
  ['кешкі сағат 5-тен кешкі 9-ға дейін', '17:00/240'],
  ['таңғы 9-дан түскі 1-ге дейін', '09:00/240'],
  ['2-4 pm', '14:00/120'],
  ['9-5 pm', '09:00/480'],
  ['с 5 вечера до 9', '17:00/240'],
  ['с 11 утра до 1', '!time.order'],
  ['с 13 вечера до 15', '!time.no-such-time'],
])('%s', async (typed, value) => {
  const found = await timeRange.parse(typed, talk);
  expect('problem' in found ? found.problem.key.replace('common:field.', '!') : found.value).toBe(value);
});
