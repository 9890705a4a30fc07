// Who stands above whom, and who sees what. An expert sees the mentors assigned to them and their participants, a regional
// coordinator everyone of the region, an operator everyone. Default deny.
import { trusted } from 'mongoose';
import { type Actor, holds, scopesOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { holdersOf } from '../../../people/reach.ts';
import { people } from '../../../people/store.ts';
import type { StoreContext } from '../../../store/context.ts';
import { centreOf } from '../cases.ts';
import { isCoordinatorOf, isHeadOf, isMentorOf, isOperator } from '../rights.ts';
import { centreScope, centres, type Participation } from '../store.ts';
import { cardOf, standInNow } from './cards.ts';
import { staffCards } from './store.ts';

export const isExpert = (actor: Actor): boolean => scopesOf(actor, 'expert').length > 0;

/** Mentors assigned to an expert. */
export async function mentorsOfExpert(ctx: StoreContext, expert: string): Promise<readonly string[]> {
  const found = await staffCards.on(ctx.db).find({ expert }, { _id: 1 }).lean();
  return found.map(({ _id }) => _id);
}

/** Whether the mentor is one of the actor's: as expert, coordinator of the region or operator. */
export async function oversees(ctx: StoreContext, actor: Actor, mentor: string): Promise<boolean> {
  if (actor.id === mentor) return false;
  if (isOperator(actor)) return true;
  if (isExpert(actor) && (await cardOf(ctx, mentor)).expert === actor.id) return true;
  const regions = await regionsOfStaff(ctx, mentor);
  return regions.some((region) => holds(actor, 'regional-coordinator', `region:${region}`));
}

/** Regions in which somebody works: of their centres, or of their own scope. */
export async function regionsOfStaff(ctx: StoreContext, person: string): Promise<readonly string[]> {
  const found = await people.on(ctx.db).findById(person, { grants: 1 }).lean();
  const scopes = (found?.grants ?? []).map(({ scope }) => scope);
  const centres = scopes.filter((scope) => scope.startsWith('centre:')).map((scope) => scope.slice(7));
  const own = scopes.filter((scope) => scope.startsWith('region:')).map((scope) => scope.slice(7));
  const theirs = await Promise.all(centres.map((bin) => regionOfCentre(ctx, bin)));
  return [...new Set([...own, ...theirs.flatMap((region) => region ?? [])])];
}

async function regionOfCentre(ctx: StoreContext, bin: string): Promise<string | null> {
  try {
    return (await centreOf(ctx, bin)).region;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
}

/** Whether the actor may read everything of a participation. */
export async function seesParticipation(
  ctx: StoreContext,
  actor: Actor,
  participation: Participation,
): Promise<boolean> {
  const { person, mentor } = participation;
  if (actor.id === person) return true;
  if (isMentorOf(actor, participation) || isHeadOf(actor, participation)) return true;
  if (isCoordinatorOf(actor, participation) || isOperator(actor)) return true;
  const card = await cardOf(ctx, mentor);
  const isTheirs = isExpert(actor) && card.expert === actor.id;
  return isTheirs || standInNow(card, ctx.clock.now()) === actor.id;
}

/** Groups of whose progress somebody sees, as mentor, stand-in, expert or coordinator; null for an operator: all. */
export async function placesSeenBy(ctx: StoreContext, actor: Actor): Promise<readonly string[] | null> {
  if (isOperator(actor)) return null;
  const mentors = isExpert(actor) ? await mentorsOfExpert(ctx, actor.id) : [];
  const acting = await standInsOf(ctx, actor.id);
  const own = scopesOf(actor, 'mentor').length > 0 ? [actor.id] : [];
  const all = [...new Set([...own, ...mentors, ...acting])].map((mentor) => `mentor:${mentor}`);
  return [...all, ...scopesOf(actor, 'regional-coordinator')];
}

/** Mentors for whom somebody acts now. */
export async function standInsOf(ctx: StoreContext, person: string): Promise<readonly string[]> {
  const found = await staffCards.on(ctx.db).find({ 'standIn.person': person }, { standIn: 1 }).lean();
  const now = ctx.clock.now();
  return found.filter((card) => standInNow(card, now) !== null).map(({ _id }) => _id);
}

export const coordinatorsOf = (ctx: StoreContext, region: string): Promise<readonly string[]> =>
  holdersOf(ctx, 'regional-coordinator', `region:${region}`);

/** The mentors whom somebody oversees: assigned to them, at work in their region, or for an operator all. */
export async function mentorsBeneath(ctx: StoreContext, actor: Actor): Promise<readonly string[]> {
  if (isOperator(actor)) return mentorsIn(ctx, null);
  const assigned = isExpert(actor) ? await mentorsOfExpert(ctx, actor.id) : [];
  const regions = scopesOf(actor, 'regional-coordinator').map((scope) => scope.slice('region:'.length));
  const there = await Promise.all(regions.map((region) => mentorsOfRegion(ctx, region)));
  return [...new Set([...assigned, ...there.flat()])].filter((each) => each !== actor.id).sort();
}

/** Everyone who holds the role in a centre of the region. */
async function mentorsOfRegion(ctx: StoreContext, region: string): Promise<readonly string[]> {
  const found = await centres.on(ctx.db).find({ state: 'active', region }, { _id: 1 }).lean();
  return mentorsIn(
    ctx,
    found.map(({ _id }) => centreScope(_id)),
  );
}

/** @param scopes null: wherever it is */
async function mentorsIn(ctx: StoreContext, scopes: readonly string[] | null): Promise<readonly string[]> {
  const where = scopes === null ? { role: 'mentor' } : { role: 'mentor', scope: { $in: scopes } };
  const holders = await people
    .on(ctx.db)
    .find({ grants: trusted({ $elemMatch: where }) } as never, { _id: 1 })
    .lean();
  return holders.map(({ _id }) => _id);
}

/** Those with their names, by name: for choosing one. */
export async function mentorsByName(
  ctx: StoreContext,
  actor: Actor,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const ids = await mentorsBeneath(ctx, actor);
  const found = await people
    .on(ctx.db)
    .find({ _id: trusted({ $in: [...ids] }) } as never, { name: 1 })
    .sort({ searchName: 1 })
    .lean();
  return found.map(({ _id: id, name }) => ({ id, name }));
}
