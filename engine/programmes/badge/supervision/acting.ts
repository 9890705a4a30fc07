// Who acts as a participant's mentor now: the mentor; while they are away besides whoever the expert has named, or the expert
// themselves; while the expert is away, too, the regional coordinator (§3.3).
import type { Actor } from '../../../kernel/actor.ts';
import { type Refused, refused } from '../../../kernel/result.ts';
import { awayUntil } from '../../../reviews/absence/use-cases.ts';
import type { Substitute } from '../../../reviews/kind.ts';
import type { StoreContext } from '../../../store/context.ts';
import { isMentorOf } from '../rights.ts';
import type { Participation } from '../store.ts';
import { cardOf, standInNow } from './cards.ts';
import { coordinatorsOf } from './reach.ts';

type Placed = Pick<Participation, 'person' | 'mentor' | 'centre' | 'region'>;

/** The chain along which items go while their mentor is away: see reviews/kind.ts. */
export async function substitutesFor(ctx: StoreContext, placed: Placed): Promise<readonly Substitute[]> {
  const card = await cardOf(ctx, placed.mentor);
  const standIn = standInNow(card, ctx.clock.now());
  return [
    ...(standIn === null ? [] : [{ person: standIn }]),
    ...(card.expert === null ? [] : [{ person: card.expert }]),
    { role: 'regional-coordinator' as const, scope: `region:${placed.region}` },
  ];
}

/** Whom what waits for the mentor is told to; never the participant. */
export async function actingMentors(ctx: StoreContext, placed: Placed): Promise<readonly string[]> {
  const { mentor, person, region } = placed;
  if (!(await awayUntil(ctx, mentor))) return [mentor];
  for (const each of await substitutesFor(ctx, placed))
    if ('person' in each && each.person !== person && !(await awayUntil(ctx, each.person)))
      return [each.person];
  return (await coordinatorsOf(ctx, region)).filter((each) => each !== person);
}

/** Roles that may act for a mentor. */
const standingIn: readonly string[] = ['mentor', 'expert', 'regional-coordinator'];

/** A refusal for whoever is neither the participant's mentor nor acts for them now. */
export async function refuseUnlessActing(
  ctx: StoreContext,
  actor: Actor,
  placed: Placed,
): Promise<Refused | null> {
  if (isMentorOf(actor, placed)) return null;
  const isStaff = actor.id !== placed.mentor && actor.grants.some(({ role }) => standingIn.includes(role));
  const acts = isStaff && (await actingMentors(ctx, placed)).includes(actor.id);
  return acts && actor.id !== placed.person ? null : refused('common.not-allowed');
}

/** Whether the actor acts as the participant's mentor now. */
export const actsFor = async (ctx: StoreContext, actor: Actor, placed: Placed): Promise<boolean> =>
  (await refuseUnlessActing(ctx, actor, placed)) === null;
