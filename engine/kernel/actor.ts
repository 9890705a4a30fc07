// Who acts, and with what right. Every command names its actor; use-cases decide by roles, default deny.

/** Every role by its id. A part adds those that it declares (parts/role.ts) with `declare module`, in its `roles.ts`. */
export interface RoleNames {
  readonly operator: true;
}
export type Role = keyof RoleNames;

/** A role held within a scope: `<kind>:<id>` of the kinds that its declaration names, or `all`. */
export interface Grant {
  readonly role: Role;
  readonly scope: string;
}

export interface Actor {
  readonly kind: 'person' | 'key' | 'system';
  readonly id: string;
  readonly grants: readonly Grant[];
}

/** One request to change something. The same id is applied once, however often it arrives. */
export interface Command {
  readonly id: string;
  readonly actor: Actor;
  /** The version of what is decided that its maker saw; where it is another one by now, nothing is decided. */
  readonly seen?: string;
  /** What the log calls that which brought it: an API request's id, or a chat's update. Kept in the audit. */
  readonly request?: string;
}

export const systemActor: Actor = { kind: 'system', id: 'system', grants: [] };

export const holds = (actor: Actor, role: Role, scope: string): boolean =>
  actor.grants.some((grant) => grant.role === role && (grant.scope === scope || grant.scope === 'all'));

/** The scopes in which an actor holds a role, e.g. the organisations that a person heads. */
export const scopesOf = (actor: Actor, role: Role): readonly string[] =>
  actor.grants.filter((grant) => grant.role === role).map((grant) => grant.scope);
