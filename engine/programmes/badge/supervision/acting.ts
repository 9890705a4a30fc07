// Who acts as a participant's mentor now: the mentor; while they cannot work, whoever their expert has named for it, or the
// expert; while the expert cannot either, the regional coordinator (§3.3). Back again, the mentor has them as before.
import type { Actor } from '../../../kernel/actor.ts';
import { type Refused, refused } from '../../../kernel/result.ts';
import { people } from '../../../people/store.ts';
import type { StoreContext } from '../../../store/context.ts';
import { isMentorOf } from '../rights.ts';
import { centreScope, type Participation } from '../store.ts';
import { cardOf } from './cards.ts';
import { coordinatorsOf } from './reach.ts';

type Placed = Pick<Participation, 'person' | 'mentor' | 'centre' | 'region'>;

/** Whom what waits for the mentor is told to; never the participant. */
export async function actingMentors(ctx: StoreContext, placed: Placed): Promise<readonly string[]> {
  const acting = await chain(ctx, placed);
  return acting.filter((each) => each !== placed.person);
}

async function chain(ctx: StoreContext, { mentor, region }: Placed): Promise<readonly string[]> {
  const { away, standIn, expert } = await cardOf(ctx, mentor);
  if (standIn) return [standIn.person];
  if (!away) return [mentor];
  const isExpertThere = expert !== null && (await cardOf(ctx, expert)).away === null;
  return isExpertThere ? [expert] : coordinatorsOf(ctx, region);
}

/** A refusal for whoever is neither the participant's mentor nor acts for them now. */
export async function refuseUnlessActing(
  ctx: StoreContext,
  actor: Actor,
  placed: Placed,
): Promise<Refused | null> {
  if (isMentorOf(actor, placed)) return null;
  const isStaff = actor.grants.some(({ role }) => standingIn.includes(role));
  const acts = isStaff && (await actingMentors(ctx, placed)).includes(actor.id);
  return acts && actor.id !== placed.person ? null : refused('common.not-allowed');
}

/** Roles that may act for a mentor. */
const standingIn: readonly string[] = ['mentor', 'expert', 'regional-coordinator'];

/** Whether the actor acts as the participant's mentor now. */
export const actsFor = async (ctx: StoreContext, actor: Actor, placed: Placed): Promise<boolean> =>
  (await refuseUnlessActing(ctx, actor, placed)) === null;

/**
 * Where what waits for the mentor stands in the queues: with whoever acts for them, in a scope in which they hold their
 * role; with the coordinators of the region where nobody does by name.
 */
export async function actingPlace(
  ctx: StoreContext,
  placed: Placed,
): Promise<{ readonly scope: string; readonly assigned?: string }> {
  const { mentor, centre, region } = placed;
  const [first, ...others] = await actingMentors(ctx, placed);
  if (first === mentor) return { scope: centreScope(centre), assigned: mentor };
  if (first === undefined || others.length > 0) return { scope: `region:${region}` };
  const found = await people.on(ctx.db).findById(first, { grants: 1 }).lean();
  const held = found?.grants.find(({ role }) => standingIn.includes(role));
  const scope = held && held.scope !== 'all' ? held.scope : `region:${region}`;
  return { scope, assigned: first };
}
