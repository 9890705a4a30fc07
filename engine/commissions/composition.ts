// Whether a commission is composed as its rule demands. Without that it neither sits nor decides.
import type { Reason } from '../kernel/result.ts';
import type { CommissionRule } from './rule.ts';
import type { Member, Roster } from './shapes.ts';

/** Those who joined and have not left. */
export const inOffice = (members: readonly Member[]): readonly Member[] =>
  members.filter(({ joinedAt, left }) => joinedAt !== null && left === null);

/** The member's running term, invited ones included. */
export const termOf = (members: readonly Member[], person: string): Member | undefined =>
  members.find((each) => each.person === person && each.left === null);

/** @returns every reason why the composition is not lawful; none when it is */
export function compositionFaults(rule: CommissionRule, { members, chair }: Roster): readonly Reason[] {
  const present = inOffice(members);
  const have = present.length;
  const { least, most } = rule.size;
  return [
    ...(have < least ? [{ code: 'commissions.too-few-members', params: { have, count: least } }] : []),
    ...(have > most ? [{ code: 'commissions.too-many-members', params: { have, count: most } }] : []),
    ...rule.kinds.flatMap((kind) => {
      const of = present.filter((each) => each.kind === kind.id).length;
      const params = { kind: kind.id, title: kind.title, have: of, count: kind.least };
      return of < kind.least ? [{ code: 'commissions.kind-missing', params }] : [];
    }),
    ...chairFaults(rule, present, chair),
  ];
}

function chairFaults({ chair: kinds }: CommissionRule, present: readonly Member[], chair: string | null) {
  if (kinds === null) return [];
  const member = present.find(({ person }) => person === chair);
  if (!member) return [{ code: 'commissions.no-chair' }];
  return kinds.includes(member.kind) ? [] : [{ code: 'commissions.may-not-chair' }];
}
