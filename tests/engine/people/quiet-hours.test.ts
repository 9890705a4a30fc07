// Quiet hours in Kazakhstan's time: past midnight, within a day, and at their very edges.
import { expect, it } from 'vitest';
import { endOfQuiet } from '../../../engine/people/notice-preferences.ts';

const at = (utc: string, from: string, to: string) =>
  endOfQuiet(new Date(`2026-10-05T${utc}:00Z`), { from, to })?.toISOString() ?? null;

// Kazakhstan is five hours ahead.
it.each([
  ['16:59', '22:00', '08:00', null],
  ['17:00', '22:00', '08:00', '2026-10-06T03:00:00.000Z'],
  ['18:59', '22:00', '08:00', '2026-10-06T03:00:00.000Z'],
  ['19:00', '22:00', '08:00', '2026-10-06T03:00:00.000Z'],
  ['02:59', '22:00', '08:00', '2026-10-05T03:00:00.000Z'],
  ['03:00', '22:00', '08:00', null],
  ['08:00', '13:00', '14:00', '2026-10-05T09:00:00.000Z'],
  ['09:00', '13:00', '14:00', null],
  ['07:59', '13:00', '14:00', null],
])('at %s UTC, with %s to %s, lasts until %s', (utc, from, to, until) => {
  expect(at(utc, from, to)).toBe(until);
});
