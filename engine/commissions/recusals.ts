// Who may vote on a case: everyone in office without a conflict of interest. Whoever has one leaves the quorum, too.
import { inOffice } from './composition.ts';
import type { Member, Recusal, ReviewItem } from './shapes.ts';

/** A member's own person is among the connections: nobody votes on themselves. */
const connectionsOf = ({ person, connections }: Member): readonly string[] => [
  ...connections,
  `person:${person}`,
];

type Conflicts = Pick<ReviewItem, 'connections' | 'conflicts'>;

/** @returns why the member does not vote on the case; the first ground in a fixed order, null without one */
export function recusalOf(member: Member, { connections, conflicts }: Conflicts): Recusal | null {
  const { person } = member;
  if (connectionsOf(member).some((each) => connections.includes(each))) return { person, by: 'connection' };
  const has = (by: 'member' | 'secretary') =>
    conflicts.some((each) => each.person === person && each.by === by);
  if (has('member')) return { person, by: 'member' };
  return has('secretary') ? { person, by: 'secretary' } : null;
}

export interface Eligibility {
  /** By person's id, as is `recused`. */
  readonly entitled: readonly Member[];
  readonly recused: readonly Recusal[];
}

export function eligibilityOf(members: readonly Member[], item: Conflicts): Eligibility {
  const present = [...inOffice(members)].sort((a, b) => (a.person < b.person ? -1 : 1));
  const recused = present.flatMap((each) => recusalOf(each, item) ?? []);
  const out = new Set(recused.map(({ person }) => person));
  return { entitled: present.filter(({ person }) => !out.has(person)), recused };
}
