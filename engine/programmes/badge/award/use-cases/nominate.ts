// The head of the programme centre proposes a participant for the badge (§4.3): only one whose level is complete.
import type { Command } from '../../../../kernel/actor.ts';
import { ok, type Refused, type Result, refused } from '../../../../kernel/result.ts';
import { change, create } from '../../../../store/command.ts';
import type { EngineContext } from '../../../context.ts';
import { participationOf } from '../../cases.ts';
import { refuseWithoutConsent } from '../../consent.ts';
import { isHeadOf } from '../../rights.ts';
import type { Participation } from '../../store.ts';
import { nominated } from '../events.ts';
import { type AwardState, mayMove } from '../states.ts';
import { awards } from '../store.ts';

/** @returns the nomination's id, which is the participation's @throws AppError `not-found` */
export async function nominate(
  ctx: EngineContext,
  command: Command,
  participationId: string,
  grounds: string,
): Promise<Result<string>> {
  // Whoever is no head learns nothing of who there is.
  if (!command.actor.grants.some(({ role }) => role === 'centre-head')) return refused('common.not-allowed');
  const participation = await participationOf(ctx, participationId);
  const hindrance =
    hindranceOf(command, participation) ?? (await refuseWithoutConsent(ctx, participation.person));
  if (hindrance) return hindrance;
  const wish = wishOf(ctx, command, participation, grounds);
  const first = { action: 'nominated', set: { ...wish, round: 1 }, result: participationId };
  const events = [nominated({ award: participationId, person: participation.person })];
  const made = await create(ctx, awards, participationId, command, { ...first, events });
  if (made.created) return ok(participationId);
  return change(ctx, awards, participationId, command, ({ state, round }) => {
    if (state === 'awarded') return refused('badge-award.awarded-already', { level: participation.level });
    if (!mayMove(state, 'nominated')) return refused('badge-award.nominated-already');
    return ok({ ...first, action: 'nominated again', set: { ...wish, round: round + 1 }, events });
  });
}

function hindranceOf({ actor }: Command, participation: Participation): Refused | null {
  if (!isHeadOf(actor, participation)) return refused('badge-award.only-the-head-proposes');
  const { state, level } = participation;
  if (state === 'awarded') return refused('badge-award.awarded-already', { level });
  if (state === 'nominated') return refused('badge-award.nominated-already');
  return state === 'complete' || state === 'not-awarded'
    ? null
    : refused('badge-award.not-complete', { level });
}

function wishOf(ctx: EngineContext, { actor }: Command, participation: Participation, grounds: string) {
  const { person, level, centre, region, mentor } = participation;
  return {
    ...{ person, level, centre, region, mentor, grounds },
    state: 'nominated' as AwardState,
    ...{ nominatedBy: actor.id, nominatedAt: ctx.clock.now() },
    ...{ interview: null, decision: null, ceremony: null },
  };
}
