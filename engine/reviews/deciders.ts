// Who may decide a review item: whom it is for, and who steps in for them.
import { trusted } from 'mongoose';
import type { Actor } from '../kernel/actor.ts';
import { people } from '../people/store.ts';
import type { StoreContext } from '../store/context.ts';
import { chainOf, type Deciders } from './chain.ts';
import type { Reading, ReviewKind } from './kind.ts';
import { rolesOf, word, wordsOf } from './words.ts';

/** Whoever it is assigned to while they hold one of its roles, else the roles; and who steps in for them. */
export async function decidersOf<C extends StoreContext>(
  ctx: C,
  kind: ReviewKind<C>,
  subject: string,
  reading: Reading,
): Promise<Deciders> {
  const roles = rolesOf(kind, reading);
  const assigned = await assignedWord(ctx, roles, reading);
  const isPlain = assigned === null && !kind.substitutes && !kind.escalateTo;
  if (isPlain) return { words: assigned === null ? roles : [assigned], watch: [], escalated: false };
  return chainOf(ctx, kind, subject, reading, { roles, assigned });
}

async function assignedWord(
  ctx: StoreContext,
  roles: readonly string[],
  { assigned }: Pick<Reading, 'assigned'>,
): Promise<string | null> {
  if (assigned === undefined) return null;
  const person = await people.on(ctx.db).findById(assigned, { grants: 1 }).lean();
  return person?.grants.some((grant) => roles.includes(word(grant))) ? `person:${assigned}` : null;
}

/** Their words alone: nobody's presence is looked up where it changes nothing. */
async function decidingWords<C extends StoreContext>(
  ctx: C,
  kind: ReviewKind<C>,
  subject: string,
  reading: Reading,
): Promise<readonly string[]> {
  const isFixed = reading.assigned === undefined && !kind.substitutes && !kind.escalateTo?.decide;
  return isFixed ? rolesOf(kind, reading) : (await decidersOf(ctx, kind, subject, reading)).words;
}

/** True for one of the deciders who is not the person concerned and has no interest in it. */
export async function mayDecide<C extends StoreContext>(
  ctx: C,
  actor: Actor,
  kind: ReviewKind<C>,
  subject: string,
  reading: Reading,
): Promise<boolean> {
  const { about, interested = [], decision } = reading;
  if (actor.id === about || interestsOf(actor).some((each) => interested.includes(each))) return false;
  const words = wordsOf(actor);
  const deciders = await decidingWords(ctx, kind, subject, reading);
  // Whoever decided it in somebody's place still has to do with it.
  const decided = reading.state === 'decided' && decision?.by === actor.id && actor.grants.length > 0;
  return decided || words.some((each) => deciders.includes(each));
}

/** The same as a condition on stored items. */
export const decidedBy = (actor: Actor) => ({
  deciders: trusted({ $in: [...wordsOf(actor)] }),
  about: trusted({ $ne: actor.id }),
  interested: trusted({ $nin: [...interestsOf(actor)] }),
});

/** As `Reading.interested` names them. */
const interestsOf = ({ id, grants }: Actor): readonly string[] => [
  ...new Set([`person:${id}`, ...grants.map(({ scope }) => scope)]),
];
