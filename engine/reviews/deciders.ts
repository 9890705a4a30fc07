// Who may decide a review item, as words that an index can find: `<role>@<scope>`, or `person:<id>`.
import { trusted } from 'mongoose';
import type { Actor, Grant } from '../kernel/actor.ts';
import { people } from '../people/store.ts';
import type { StoreContext } from '../store/context.ts';
import type { Reading, ReviewKind } from './kind.ts';

type Deciding = Pick<ReviewKind, 'roles'>;

const word = ({ role, scope }: Grant): string => `${role}@${scope}`;

/** A role in all scopes decides everywhere. */
export const rolesOf = ({ roles }: Deciding, { scope }: Pick<Reading, 'scope'>): readonly string[] => [
  ...new Set(roles.flatMap((role) => [word({ role, scope }), word({ role, scope: 'all' })])),
];

/** The words under which an actor finds what is theirs. */
export const wordsOf = (actor: Actor): readonly string[] => [
  ...(actor.kind === 'person' ? [`person:${actor.id}`] : []),
  ...new Set(actor.grants.map(word)),
];

/** Whoever it is assigned to while they hold one of its roles, else the roles. */
export async function decidersOf(
  ctx: StoreContext,
  kind: Deciding,
  reading: Reading,
): Promise<readonly string[]> {
  const roles = rolesOf(kind, reading);
  if (reading.assigned === undefined) return roles;
  const person = await people.on(ctx.db).findById(reading.assigned, { grants: 1 }).lean();
  const stands = person?.grants.some((grant) => roles.includes(word(grant))) ?? false;
  return stands ? [`person:${reading.assigned}`] : roles;
}

/** True for one of the deciders who is not the person concerned and has no interest in it. */
export async function mayDecide(
  ctx: StoreContext,
  actor: Actor,
  kind: Deciding,
  reading: Reading,
): Promise<boolean> {
  const { about, interested = [] } = reading;
  if (actor.id === about || actor.grants.some(({ scope }) => interested.includes(scope))) return false;
  const deciders = await decidersOf(ctx, kind, reading);
  return wordsOf(actor).some((each) => deciders.includes(each));
}

/** The same as a condition on stored items. */
export const decidedBy = (actor: Actor) => ({
  deciders: trusted({ $in: [...wordsOf(actor)] }),
  about: trusted({ $ne: actor.id }),
  interested: trusted({ $nin: [...new Set(actor.grants.map(({ scope }) => scope))] }),
});
