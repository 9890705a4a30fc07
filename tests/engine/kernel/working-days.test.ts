// Terms of working days, over the seeded calendar and over one that somebody has edited.
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  type DayKind,
  isWorkingDay,
  unconfirmedYears,
  type WorkingCalendar,
} from '../../../engine/kernel/working-days.ts';
import { seedDays } from '../../../engine/reference/calendar/seed-days.ts';

const seeded: WorkingCalendar = {
  kindOf: (day) => seedDays(Number(day.slice(0, 4))).get(day)?.kind,
  isConfirmed: (year) => year === 2026,
};
const edited = (days: Readonly<Record<string, DayKind>>): WorkingCalendar => ({
  ...seeded,
  kindOf: (day) => days[day] ?? seeded.kindOf(day),
});

const offIn = (year: number): readonly string[] => [...seedDays(year).keys()];

describe('the seeded year', () => {
  it.each(['2026-03-23', '2026-03-24', '2026-03-25', '2026-03-09', '2026-05-11', '2026-05-27', '2026-10-26'])(
    'has %s off',
    (day) => expect(isWorkingDay(seeded, day)).toBe(false),
  );

  it.each(['2026-03-16', '2026-03-26', '2026-08-31', '2026-12-17', '2026-01-08'])('has %s to work', (day) =>
    expect(isWorkingDay(seeded, day)).toBe(true),
  );

  it('moves each holiday of a weekend to a day of its own', () => {
    expect(offIn(2027).filter((day) => day.startsWith('2027-03'))).toEqual([
      ...['2027-03-08', '2027-03-15', '2027-03-21', '2027-03-22', '2027-03-23', '2027-03-24'],
    ]);
    expect(offIn(2028).filter((day) => day.startsWith('2028-01'))).toEqual([
      ...['2028-01-01', '2028-01-02', '2028-01-03', '2028-01-04', '2028-01-07'],
    ]);
  });

  it('does not move what is a day off and no holiday: Christmas, Kurban Ait', () => {
    expect(isWorkingDay(seeded, '2028-01-10')).toBe(true);
    expect(isWorkingDay(seeded, '2027-05-17')).toBe(true);
  });

  it('has three names for each day', () => {
    const nameless = [...seedDays(2026).values()].filter(({ kk, ru, en }) => !kk || !ru || !en);
    expect(nameless).toEqual([]);
    expect(seedDays(2026).get('2026-03-25')?.ru).toContain('перенесённый выходной');
  });
});

describe('a term', () => {
  it.each([
    // Sent on Friday 13 March: the 14th working day, over Nauryz.
    ['2026-03-13', 14, '2026-04-07'],
    ['2026-03-20', 1, '2026-03-26'],
    ['2026-12-31', 10, '2027-01-19'],
    ['2026-09-05', 1, '2026-09-07'],
  ])('from %s of %i working days ends on %s', (day, count, last) => {
    expect(addWorkingDays(seeded, day, count)).toBe(last);
  });

  it('begins on the day itself where the setting says so, if it is a working day', () => {
    expect(addWorkingDays(seeded, '2026-09-07', 3)).toBe('2026-09-10');
    expect(addWorkingDays(seeded, '2026-09-07', 3, 'same')).toBe('2026-09-09');
    expect(addWorkingDays(seeded, '2026-09-06', 1, 'same')).toBe('2026-09-07');
  });

  it('counts a Saturday that is worked, and not the day off it was moved from', () => {
    const moved = edited({ '2026-06-12': 'off', '2026-06-13': 'working' });
    expect(addWorkingDays(moved, '2026-06-11', 1)).toBe('2026-06-13');
    expect(addWorkingDays(moved, '2026-06-11', 2)).toBe('2026-06-15');
  });

  it.each([0, -1, 1.5, 1_001])('of %d days is none', (count) => {
    expect(() => addWorkingDays(seeded, '2026-09-07', count)).toThrow(RangeError);
  });

  it('is not looked for for ever', () => {
    const never: WorkingCalendar = { kindOf: () => 'off', isConfirmed: () => true };
    expect(() => addWorkingDays(never, '2026-09-07', 1)).toThrow(RangeError);
  });

  it('says which of its years nobody has confirmed', () => {
    expect(unconfirmedYears(seeded, '2026-12-31', '2027-01-15')).toEqual([2027]);
    expect(unconfirmedYears(seeded, '2026-01-01', '2026-12-31')).toEqual([]);
  });
});
