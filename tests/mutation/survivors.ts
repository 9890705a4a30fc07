// Mutants that no test can notice, each with the reason. One that is noticed after all, or no longer made, is reported.

export interface Survivor {
  readonly file: string;
  /** The mutated code, as it stands in the file. */
  readonly code: string;
  readonly replacement: string;
  readonly why: string;
}

export const survivors: readonly Survivor[] = [
  {
    file: 'engine/kernel/iban.ts',
    code: "''",
    replacement: '"Stryker was here!"',
    why: 'the library answers null only to what is no text; the fallback is there for the types',
  },
  {
    file: 'engine/kernel/iin.ts',
    code: 'century === undefined',
    replacement: 'false',
    why: 'without a century the date begins with "undefined", which isLocalDate refuses as well',
  },
  {
    file: 'engine/kernel/iin.ts',
    code: 'value.slice(0, 11)',
    replacement: 'value',
    why: 'there are eleven weights: the twelfth digit is never read',
  },
  {
    file: 'engine/programmes/credit/use-cases/decide-report.ts',
    code: "!mayTransition.credit(credit.state, 'approved')",
    replacement: 'false',
    why: 'only a report that was sent comes here, and from there the edge leads: the guard waits for a change of edges',
  },
  {
    file: 'engine/programmes/credit/use-cases/recredits.ts',
    code: '{ student: 1 }',
    replacement: '{}',
    why: 'reads more of the person than it needs, and decides the same',
  },
  {
    file: 'engine/kernel/span.ts',
    code: "span !== 'all'",
    replacement: 'true',
    why: 'the word "all" has no size: the comparison after it says no as well, and the types want the question',
  },
  {
    file: 'engine/kernel/span.ts',
    code: "'all'",
    replacement: '""',
    why: 'as above: in reachesNowhere the word has no size; the other places of it are noticed',
  },
];
