// Deciders as words that an index can find: `<role>@<scope>`, or `person:<id>`.
import type { Actor, Grant } from '../kernel/actor.ts';
import type { Reading, ReviewKind } from './kind.ts';

export const word = ({ role, scope }: Grant): string => `${role}@${scope}`;

/** A role in all scopes decides everywhere. */
export const rolesOf = (
  { roles }: Pick<ReviewKind, 'roles'>,
  { scope }: Pick<Reading, 'scope'>,
): readonly string[] => [
  ...new Set(roles.flatMap((role) => [word({ role, scope }), word({ role, scope: 'all' })])),
];

/** The words under which an actor finds what is theirs. */
export const wordsOf = (actor: Actor): readonly string[] => [
  ...(actor.kind === 'person' ? [`person:${actor.id}`] : []),
  ...new Set(actor.grants.map(word)),
];
