// Over which objects an actor's roles reach: all of a kind, some of them by id, or none.
// Registers (lists for staff) filter by it; default is none.
import { type Actor, type Role, scopesOf } from './actor.ts';

export type Span = 'all' | ReadonlySet<string>;

/** The span of some roles whose scopes read `<kind>:<id>`, e.g. the organisations of heads and coordinators. */
export function spanOf(actor: Actor, heldRoles: readonly Role[], kind: string): Span {
  const scopes = heldRoles.flatMap((role) => scopesOf(actor, role));
  if (scopes.includes('all')) return 'all';
  const prefix = `${kind}:`;
  return new Set(
    scopes.filter((scope) => scope.startsWith(prefix)).map((scope) => scope.slice(prefix.length)),
  );
}

/** The same, and everything for an operator of the whole country. */
export const spanOrOperator = (actor: Actor, heldRoles: readonly Role[], kind: string): Span =>
  scopesOf(actor, 'operator').includes('all') ? 'all' : spanOf(actor, heldRoles, kind);

export const covers = (span: Span, id: string): boolean => span === 'all' || span.has(id);

export const reachesNowhere = (span: Span): boolean => span !== 'all' && span.size === 0;
