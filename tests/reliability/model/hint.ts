// What fast-check makes up: a hint of four numbers. Against the state of the model it becomes a wish in full, so that
// hints stay meaningful while a failure is made smaller.
import fc from 'fast-check';

export const acts = [
  'onward',
  'book',
  'cancel',
  'invite',
  'not-invite',
  'accept',
  'decline',
  'hours',
  'decide-hours',
  'report',
  'decide-report',
  'pay',
  'request',
  'recredit',
  'leave',
  'accredit',
] as const;

export interface Hint {
  readonly act: (typeof acts)[number];
  /** Which student, which of the things there are, who acts. */
  readonly who: number;
  readonly which: number;
  readonly by: number;
}

const often = { onward: 14, book: 5, invite: 4, accept: 3, hours: 3, cancel: 2, 'decide-hours': 3 } as const;
const weighted = acts.map((act) => ({
  weight: (often as Partial<Record<Hint['act'], number>>)[act] ?? 1,
  arbitrary: fc.constant(act),
}));

export const anyHint: fc.Arbitrary<Hint> = fc.record({
  act: fc.oneof(...weighted),
  who: fc.nat(7),
  which: fc.nat(23),
  by: fc.nat(15),
});
