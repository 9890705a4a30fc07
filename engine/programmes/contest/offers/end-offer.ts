// An offer ends without a nomination: the college takes it back, or its stage is over. What it told of a student goes.
import { type Command, systemActor } from '../../../kernel/actor.ts';
import { SECOND } from '../../../kernel/clock.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import type { Follow, TimerHandling } from '../../../parts/part.ts';
import { change } from '../../../store/command.ts';
import type { EventOf } from '../../../store/event.ts';
import { setTimer } from '../../../store/timers.ts';
import type { EngineContext } from '../../context.ts';
import { lastSecondOf } from '../editions/deadlines.ts';
import { editionOf } from '../editions/edition.ts';
import { actsForCollege } from '../rights.ts';
import { type offerMade, offerWithdrawn } from './events.ts';
import { offerOf } from './find.ts';
import { refusedOffer } from './reason.ts';
import { offers } from './store.ts';

/** @returns the offer's id */
export function withdrawOffer(ctx: EngineContext, command: Command, id: string): Promise<Result<string>> {
  return change(ctx, offers, id, command, ({ college, state, person }) => {
    if (!actsForCollege(command.actor, college)) return refused('common.not-allowed');
    if (state !== 'open' && state !== 'taken') return refusedOffer('gone');
    return ok({
      action: 'offer withdrawn',
      set: { state: 'withdrawn' as const, grounds: [], name: '', person: null },
      events: [offerWithdrawn({ offer: id, person })],
      result: id,
    });
  });
}

/** Looked at again in the first second after the stage. */
export const untilStageEnds: Follow<EngineContext, EventOf<typeof offerMade>['data']> = async (
  ctx,
  { data },
) => {
  const { edition } = await offerOf(ctx, data.offer);
  const last = lastSecondOf(await editionOf(ctx, edition), 'internalEnds');
  const dueAt = new Date(last.getTime() + SECOND);
  const key = `contest-offer/${data.offer}`;
  await setTimer(ctx, { key, kind: 'contest.offer-over', dueAt, data: { id: data.offer } });
};

/** A due date: nobody answers any more, and the college needs no name any more. */
export const offerOver: TimerHandling<EngineContext> = async (ctx, { data }) => {
  const id = String(data.id);
  await change(ctx, offers, id, { id: `over/${id}`, actor: systemActor }, ({ state }) => {
    const isWaiting = state === 'open' || state === 'taken';
    return ok({
      action: 'offer over',
      set: { name: '', grounds: [], ...(isWaiting && { state: 'lapsed' as const, person: null }) },
      result: null,
    });
  });
  return [];
};
