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
import { mentoredStates } from '../states.ts';
import { centreScope, centres, type Participation, participations } from '../store.ts';
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

/** Participations with a mentor of theirs, newest first, that the actor sees as mentor, expert, coordinator or operator. */
export async function participationsSeenBy(
  ctx: StoreContext,
  actor: Actor,
  most: number,
): Promise<readonly Participation[]> {
  const filter = await placesOf(ctx, actor);
  if (filter.length === 0) return [];
  const state = trusted({ $in: [...mentoredStates] });
  return participations
    .on(ctx.db)
    .find({ $or: filter.map((each) => ({ ...each, state })) } as never)
    .limit(most)
    .lean() as unknown as Promise<Participation[]>;
}

async function placesOf(ctx: StoreContext, actor: Actor): Promise<readonly object[]> {
  if (isOperator(actor)) return [{}];
  const regions = scopesOf(actor, 'regional-coordinator').map((scope) => scope.slice('region:'.length));
  const mentors = isExpert(actor) ? await mentorsOfExpert(ctx, actor.id) : [];
  const acting = await standInsOf(ctx, actor.id);
  const own = scopesOf(actor, 'mentor').length > 0 ? [actor.id] : [];
  const all = [...new Set([...own, ...mentors, ...acting])];
  return [
    ...(all.length > 0 ? [{ mentor: trusted({ $in: all }) }] : []),
    ...(regions.length > 0 ? [{ region: trusted({ $in: regions }) }] : []),
  ];
}

/** Mentors for whom somebody acts now. */
export async function standInsOf(ctx: StoreContext, person: string): Promise<readonly string[]> {
  const found = await staffCards.on(ctx.db).find({ 'standIn.person': person }, { standIn: 1 }).lean();
  const now = ctx.clock.now();
  return found.filter((card) => standInNow(card, now) !== null).map(({ _id }) => _id);
}

export const coordinatorsOf = (ctx: StoreContext, region: string): Promise<readonly string[]> =>
  holdersOf(ctx, 'regional-coordinator', `region:${region}`);

/** The mentors whom somebody oversees: assigned to them, or at work in their region. */
export async function mentorsBeneath(ctx: StoreContext, actor: Actor): Promise<readonly string[]> {
  const assigned = isExpert(actor) ? await mentorsOfExpert(ctx, actor.id) : [];
  const regions = scopesOf(actor, 'regional-coordinator').map((scope) => scope.slice('region:'.length));
  const there = await Promise.all(regions.map((region) => mentorsOfRegion(ctx, region)));
  return [...new Set([...assigned, ...there.flat()])].filter((each) => each !== actor.id).sort();
}

/** Everyone who holds the role in a centre of the region. */
async function mentorsOfRegion(ctx: StoreContext, region: string): Promise<readonly string[]> {
  const found = await centres.on(ctx.db).find({ state: 'active', region }, { _id: 1 }).lean();
  const scopes = found.map(({ _id }) => centreScope(_id));
  const grants = trusted({ $elemMatch: { role: 'mentor', scope: { $in: scopes } } });
  const holders = await people
    .on(ctx.db)
    .find({ grants } as never, { _id: 1 })
    .lean();
  return holders.map(({ _id }) => _id);
}
