// Which proofs of a signature suffice is a setting: a parameter with dates. A link that a minor holds proves nothing by itself.
import { type LocalDate, localDate } from '../../../kernel/calendar.ts';
import { isMinor } from '../../../people/age.ts';
import type { Person } from '../../../people/store.ts';
import type { RuleBook } from '../../../rules/rule-book.ts';
import type { Participation } from '../store.ts';
import { type Proof, proofs, type Signed } from './shapes.ts';

export function sufficientProofs(
  rules: RuleBook,
  whose: 'participant' | 'guardian',
  on: LocalDate,
): readonly Proof[] {
  const listed = rules.parameter('badge', `${whose}Proofs`, on);
  return proofs.filter((proof) => Array.isArray(listed) && listed.includes(proof));
}

export const isProven = (
  rules: RuleBook,
  whose: 'participant' | 'guardian',
  signed: Signed | null,
): boolean => signed !== null && sufficientProofs(rules, whose, localDate(signed.at)).includes(signed.how);

export interface Signatures {
  readonly participant: boolean;
  /** True from 18 on, when nobody else is asked. */
  readonly guardian: boolean;
  readonly needsGuardian: boolean;
}

/** How the agreement stands now. */
export function signaturesOf(
  rules: RuleBook,
  { agreement }: Pick<Participation, 'agreement'>,
  person: Pick<Person, 'birthDate'> | null,
  now: Date,
): Signatures {
  const needsGuardian = person !== null && isMinor(person, now);
  return {
    participant: isProven(rules, 'participant', agreement.participant),
    guardian: !needsGuardian || isProven(rules, 'guardian', agreement.guardian),
    needsGuardian,
  };
}
