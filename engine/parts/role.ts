// A role as its part declares it, in one place: what it is called, where it may be held, at which desk it acts and who
// invites to it. Rights themselves stand in the use-cases (kernel/actor.ts).
import type { Role } from '../kernel/actor.ts';
import type { Desk } from '../kernel/chat.ts';
import { AppError } from '../kernel/errors.ts';
import type { StoreContext } from '../store/context.ts';

export interface RoleDeclaration<C extends StoreContext = StoreContext> {
  readonly id: Role;
  /** Text key of its name. */
  readonly title: string;
  /** The desk at which it acts: its invitations open there. */
  readonly desk: Desk;
  /** Takes part for others: listed among the staff, given by invitation. */
  readonly staff: boolean;
  /** Patterns of the scopes in which it may be held: `all`, `organisation:\d{12}`, `region:\d{2}`. */
  readonly scopes: readonly string[];
  /** Who invites to it, besides operators. */
  readonly invitedBy?: readonly Role[];
  /**
   * Whether one who holds an inviting role in the scope `from` may give this role in the scope `to`. Where absent: in the
   * same scope, and from `all` in any.
   */
  readonly reaches?: (ctx: C, from: string, to: string) => Promise<boolean>;
  /** Text key of what is said to whoever takes it up: what they will do here. */
  readonly next?: string;
  /** Roles that nobody may hold beside it: the one decides what the other has done. */
  readonly apartFrom?: readonly Role[];
}

export type Roles<C extends StoreContext> = ReadonlyMap<Role, RoleDeclaration<C>>;

/** By id, in declared order. @throws AppError `configuration` naming every fault */
export function declaredRoles<C extends StoreContext>(
  parts: readonly { readonly id: string; readonly roles?: readonly RoleDeclaration<C>[] }[],
): Roles<C> {
  const all = parts.flatMap(({ id, roles = [] }) => roles.map((role) => ({ part: id, role })));
  const ids = all.map(({ role }) => role.id);
  const faults = all.flatMap(({ part, role }, index) =>
    [
      ...(ids.indexOf(role.id) < index ? ['is declared twice'] : []),
      ...(role.scopes.length > 0 ? [] : ['has no scope']),
      ...[...(role.invitedBy ?? []), ...(role.apartFrom ?? [])]
        .filter((other) => !ids.includes(other))
        .map((other) => `names ${other}, which is no role`),
    ].map((fault) => `${part}: role ${role.id} ${fault}`),
  );
  if (faults.length > 0) throw new AppError('configuration', faults.join('; '));
  return new Map(all.map(({ role }) => [role.id, role]));
}

/** Whether a role may be held in a scope, by its declared patterns. */
export const fitsScope = ({ scopes }: Pick<RoleDeclaration, 'scopes'>, scope: string): boolean =>
  scopes.some((pattern) => new RegExp(`^(?:${pattern})$`).test(scope));

/** Whether it is given by invitation; who takes part by themselves is asked by nobody. */
export const isInvitable = ({
  staff,
  invitedBy = [],
}: Pick<RoleDeclaration, 'staff' | 'invitedBy'>): boolean => staff || invitedBy.length > 0;
