// The individual schedule: proposed by the participant or the mentor, agreed by the other. A change goes the same way: the one
// in force stays until both have agreed (§3.3).
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Refused, type Result, refused, refusedFor } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { scheduleAgreed, scheduleProposed } from '../application/events.ts';
import { participationOf } from '../cases.ts';
import { refuseWithoutConsent } from '../consent.ts';
import { isMentorOf } from '../rights.ts';
import { type Participation, participations } from '../store.ts';
import { linesOf, scheduleReasons } from './check-schedule.ts';
import type { Schedule } from './shapes.ts';

export type ProposedSchedule = Pick<Schedule, 'lines' | 'longer' | 'heritageLonger'>;

export type Side = Schedule['proposedBy'];

/** Null for whoever has no part in it. */
export function sideOf({ actor }: Command, participation: Participation): Side | null {
  if (actor.id === participation.person) return 'participant';
  return isMentorOf(actor, participation) ? 'mentor' : null;
}

const isOpen = ({ state }: Participation): boolean => state === 'accepted' || state === 'active';

/** @returns the version of the proposal */
export async function proposeSchedule(
  ctx: EngineContext,
  command: Command,
  id: string,
  proposal: ProposedSchedule,
): Promise<Result<number>> {
  const blocked = await refuseWithoutConsent(ctx, (await participationOf(ctx, id)).person);
  return change(ctx, participations, id, command, (current) => {
    const by = sideOf(command, current);
    const refusal = by === null ? refused('common.not-allowed') : (blocked ?? closed(current));
    if (refusal || by === null) return refusal ?? refused('common.not-allowed');
    const reasons = scheduleReasons(current, proposal.lines);
    if (reasons.length > 0) return refusedFor(reasons);
    const version = 1 + Math.max(current.proposed?.version ?? 0, current.schedule?.version ?? 0);
    const proposed: Schedule = {
      ...{ version, longer: proposal.longer, heritageLonger: proposal.heritageLonger },
      lines: linesOf(current, proposal.lines),
      proposedBy: by,
      proposedAt: ctx.clock.now(),
      agreedAt: null,
    };
    return ok({
      action: 'schedule proposed',
      set: { proposed },
      events: [scheduleProposed({ participation: id, person: current.person })],
      result: version,
      details: { by, version },
    });
  });
}

const closed = (current: Participation): Refused | null =>
  isOpen(current) ? null : refused(current.state === 'applied' ? 'badge.not-accepted' : 'badge.nothing-runs');

/**
 * The other side agrees to exactly what was proposed. @param version of the proposal that they read
 * @returns the version in force now
 */
export async function agreeSchedule(
  ctx: EngineContext,
  command: Command,
  id: string,
  version: number,
): Promise<Result<number>> {
  const blocked = await refuseWithoutConsent(ctx, (await participationOf(ctx, id)).person);
  return change(ctx, participations, id, command, (current) => {
    const by = sideOf(command, current);
    if (by === null) return refused('common.not-allowed');
    const refusal = blocked ?? closed(current);
    if (refusal) return refusal;
    const { proposed } = current;
    if (!proposed) return refused('badge.no-proposal');
    if (proposed.proposedBy === by) return refused('badge.own-proposal');
    const unseen = refuseUnseen({ seen: String(version) }, String(proposed.version));
    if (unseen) return unseen;
    return ok({
      action: 'schedule agreed',
      set: {
        schedule: { ...proposed, agreedAt: ctx.clock.now() },
        proposed: null,
        longer: proposed.longer,
      },
      events: [scheduleAgreed({ participation: id, person: current.person })],
      result: proposed.version,
      details: { by, version: proposed.version },
    });
  });
}
