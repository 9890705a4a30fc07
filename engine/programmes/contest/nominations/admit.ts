// The college's responsible person confirms that a nominee is a student of theirs with these marks and documents, or says
// why not. Confirmed, the nomination goes before the college's commission.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { refuseWithoutConsent } from '../consent.ts';
import { refuseAfter } from '../editions/deadlines.ts';
import { editionOf } from '../editions/edition.ts';
import { nominationAdmitted, nominationRefused } from '../events.ts';
import { actsForCollege } from '../rights.ts';
import { nominations } from '../store.ts';
import { transition } from '../transitions.ts';
import { nominationOf, nominationVersion } from './nomination.ts';

export interface Admission {
  readonly nomination: string;
  readonly admit: boolean;
  /** Why not; where it is not admitted. */
  readonly reason?: string;
}

/** @returns the nomination's id */
export async function decideAdmission(
  ctx: EngineContext,
  command: Command,
  { nomination: id, admit, reason = '' }: Admission,
): Promise<Result<string>> {
  const { college, person, edition: editionId } = await nominationOf(ctx, id);
  const edition = await editionOf(ctx, editionId);
  if (!actsForCollege(command.actor, college) || command.actor.id === person)
    return refused('common.not-allowed');
  const hindrance =
    refuseAfter(edition, 'internalEnds', ctx.clock.now()) ??
    (admit ? await refuseWithoutConsent(ctx, person) : null);
  if (hindrance) return hindrance;
  if (!admit && reason.trim() === '') return refused('contest.reason-missing');
  const to = admit ? ('at-college' as const) : ('not-admitted' as const);
  return change(ctx, nominations, id, command, (nomination) => {
    const { state } = nomination;
    if (state !== 'proposed') return refused(`contest.nomination-is-${state}`);
    const unseen = refuseUnseen(command, nominationVersion(nomination));
    if (unseen) return unseen;
    const announce = admit ? nominationAdmitted : nominationRefused;
    return ok({
      action: admit ? 'nomination admitted' : 'nomination refused',
      set: {
        state: to,
        admittedBy: command.actor.id,
        admittedAt: ctx.clock.now(),
        reason: admit ? null : reason,
      },
      events: [announce({ nomination: id, person })],
      result: id,
      details: transition(id, state, to),
    });
  });
}
