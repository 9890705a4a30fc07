// The online interview (§4.3): the commission's secretary sets its time, a member records that it was held.
import { isSecretary, seatOf } from '../../../../commissions/rights.ts';
import type { Command } from '../../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../../kernel/result.ts';
import { change } from '../../../../store/command.ts';
import type { EngineContext } from '../../../context.ts';
import { currentCommission } from '../commission.ts';
import { interviewHeld, interviewSet } from '../events.ts';
import { mayMove } from '../states.ts';
import { awards } from '../store.ts';

export interface InterviewTime {
  readonly at: Date;
  /** The address of the video call. */
  readonly link: string;
}

/** Also moves one that was set and not held yet. @returns the nomination's id */
export async function setInterview(
  ctx: EngineContext,
  command: Command,
  id: string,
  { at, link }: InterviewTime,
): Promise<Result<string>> {
  const commission = await currentCommission(ctx);
  if (!commission) return refused('badge-award.no-commission');
  if (!isSecretary(command.actor, commission)) return refused('common.not-allowed');
  return change(ctx, awards, id, command, ({ state, person }) => {
    if (!mayMove(state, 'interview-set')) return refused('badge-award.interview-over');
    if (at <= ctx.clock.now()) return refused('badge-award.interview-in-past');
    return ok({
      action: 'interview set',
      set: {
        state: 'interview-set',
        interview: { at, link, setBy: command.actor.id, heldAt: null, heldBy: null },
      },
      events: [interviewSet({ award: id, person })],
      result: id,
      details: { at },
    });
  });
}

/** A member says that the interview was held: from then on the nomination is before the commission. */
export async function recordInterview(
  ctx: EngineContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  const commission = await currentCommission(ctx);
  const { actor } = command;
  if (!commission || !seatOf(actor, commission)) return refused('common.not-allowed');
  return change(ctx, awards, id, command, ({ state, person, interview }) => {
    if (person === actor.id) return refused('common.not-allowed');
    if (state === 'interviewed') return refused('common.already-done');
    if (!interview || !mayMove(state, 'interviewed')) return refused('badge-award.interview-missing');
    if (interview.at > ctx.clock.now()) return refused('badge-award.interview-to-come');
    return ok({
      action: 'interview held',
      set: { state: 'interviewed', interview: { ...interview, heldAt: ctx.clock.now(), heldBy: actor.id } },
      events: [interviewHeld({ award: id, person })],
      result: id,
    });
  });
}
