// What is mutated, and the tests that have to notice it. Data for the run of mutations (run.ts): a new use-case that
// moves money, hours, seats or rights belongs into its area.

export interface Area {
  readonly name: string;
  /** Files whose every mutant must be noticed. */
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
  /** The lowest share of mutants, in percent, that has to be noticed or justified in survivors.ts. */
  readonly least: number;
}

const credit = 'engine/programmes/credit';

export const areas: readonly Area[] = [
  {
    name: 'money',
    mutate: [
      'engine/kernel/iban.ts',
      'engine/kernel/iin.ts',
      'engine/kernel/money.ts',
      `${credit}/use-cases/payouts.ts`,
      `${credit}/use-cases/recredits.ts`,
      `${credit}/use-cases/decide-report.ts`,
      `${credit}/verdict.ts`,
    ],
    tests: ['tests/engine/kernel/numbers.test.ts', 'tests/engine/credit/money/*.test.ts'],
    least: 100,
  },
  {
    name: 'hours',
    mutate: [
      `${credit}/use-cases/report-hours.ts`,
      `${credit}/use-cases/decide-hours.ts`,
      `${credit}/facts.ts`,
    ],
    tests: ['tests/engine/credit/hours/*.test.ts'],
    least: 90,
  },
  {
    name: 'seats',
    mutate: [
      'engine/store/seats.ts',
      `${credit}/sweeping.ts`,
      `${credit}/use-cases/book-interview.ts`,
      `${credit}/use-cases/invite-student.ts`,
      `${credit}/use-cases/answer-invitation.ts`,
    ],
    tests: ['tests/engine/credit/seats/*.test.ts'],
    least: 90,
  },
  {
    name: 'authorisation',
    mutate: ['engine/kernel/actor.ts', 'engine/kernel/span.ts', `${credit}/rights.ts`, 'api/access.ts'],
    tests: ['tests/engine/kernel/rights.test.ts', 'tests/api/access/guard.test.ts'],
    least: 90,
  },
];
