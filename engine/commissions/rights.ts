// Who may do what in a commission. Whoever is not named here may nothing.
import type { Actor } from '../kernel/actor.ts';
import { inOffice } from './composition.ts';
import type { CommissionRule } from './rule.ts';
import type { Member } from './shapes.ts';
import type { Commission } from './store.ts';

type Governed = Pick<Commission, 'rule' | 'scope'>;

const holdsOneOf = ({ grants }: Actor, roles: readonly string[], scope: string): boolean =>
  grants.some((grant) => roles.includes(grant.role) && (grant.scope === scope || grant.scope === 'all'));

/** Forms the commission and names its secretaries. */
export const mayForm = (actor: Actor, { rule, scope }: { rule: CommissionRule; scope: string }): boolean =>
  holdsOneOf(actor, rule.authority.forms, scope);

export const mayReopen = (actor: Actor, { rule, scope }: Governed): boolean =>
  holdsOneOf(actor, rule.authority.reopens, scope);

/** Keeps the papers: members, conflicts, cases, sittings. */
export const isSecretary = ({ kind, id }: Actor, { secretaries }: Pick<Commission, 'secretaries'>): boolean =>
  kind === 'person' && secretaries.includes(id);

/** Puts cases up and tells what is known of them: the secretary, or the programme itself. */
export const mayFeed = (actor: Actor, commission: Pick<Commission, 'secretaries'>): boolean =>
  actor.kind === 'system' || isSecretary(actor, commission);

/** The actor's own seat, while they hold it. */
export const seatOf = ({ kind, id }: Actor, { members }: Pick<Commission, 'members'>): Member | undefined =>
  kind === 'person' ? inOffice(members).find(({ person }) => person === id) : undefined;
