// Parameters by date, as code asks for them; and that no figure of the programme is read before it holds.
import { describe, expect, it } from 'vitest';
import { AppError } from '../../engine/kernel/errors.ts';
import { ruleBookFrom } from '../../engine/rules/rule-book.ts';
import { sample, sourcesOf } from './sample-sources.ts';
import { ON, shippedBook } from './shipped-book.ts';

const book = shippedBook();

describe('parameters of the credit programme', () => {
  it.each([
    ['2019-12-31', 9_944, 250_000_000],
    ['2020-01-01', 42_155, 3_100_000_000],
    ['2020-12-31', 42_155, 3_100_000_000],
    ['2021-01-01', 50_000, 3_700_000_000],
    [ON, 50_000, 3_700_000_000],
  ])('on %s the intake is %d students and %d tenge', (on, students, tenge) => {
    expect(book.number('credit', 'yearlyIntake', on)).toBe(students);
    expect(book.number('credit', 'yearlyBudgetTenge', on)).toBe(tenge);
  });

  it('come as what they are: figures, switches, tables', () => {
    expect(book.number('credit', 'invitationAnswerDays', ON)).toBe(7);
    expect(book.boolean('credit', 'sameTargetTwice', ON)).toBe(false);
    expect(book.table('credit', 'requiredMinutes', ON)).toEqual({ 20: 1200, 50: 3000 });
    expect(book.tableNumber('credit', 'payoutTenge', ON, 50)).toBe(50_000);
  });

  it('pay the same for both credits as for the year', () => {
    const total = (name: string) =>
      [20, 50].reduce((sum, key) => sum + book.tableNumber('credit', name, ON, key), 0);
    expect([total('payoutTenge'), total('academicCredits')]).toEqual([70_000, 7]);
    expect(total('requiredMinutes')).toBe(book.number('credit', 'yearHoursCap', ON) * 60);
  });

  it.each([
    ['configuration', () => book.number('credit', 'nothing', ON)],
    ['configuration', () => book.number('nothing', 'yearlyIntake', ON)],
    ['configuration', () => book.number('credit', 'sameTargetTwice', ON)],
    ['configuration', () => book.tableNumber('credit', 'payoutTenge', ON, 30)],
    ['invalid-input', () => book.number('credit', 'yearlyIntake', '2019-08-31')],
  ])('are refused as %s where they are not that', (code, ask) => {
    expect(ask).toThrow(AppError);
    expect(ask).toThrow(expect.objectContaining({ code }));
  });

  it('are not read where they are only reported', () => {
    const club = ruleBookFrom(sourcesOf(sample()));
    expect(() => club.number('club', 'rumoured', '2020-05-01')).toThrow(AppError);
    expect(club.parameters.ofProgramme('club').rumoured?.values).toHaveLength(1);
  });
});
