// The college's responsible person takes back what they have just confirmed: the nomination waits again. Not once it is before
// the commission.
import { casesOfSubject } from '../../../commissions/store.ts';
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { admissionUndone } from '../events.ts';
import { actsForCollege } from '../rights.ts';
import { nominations } from '../store.ts';
import { transition } from '../transitions.ts';
import { nominationOf, nominationVersion } from './nomination.ts';

/** @returns the nomination's id */
export async function undoAdmission(
  ctx: EngineContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  const { college, person } = await nominationOf(ctx, id);
  if (!actsForCollege(command.actor, college)) return refused('common.not-allowed');
  const isPutUp = (await casesOfSubject(ctx, id)).some(({ state }) => state !== 'withdrawn');
  return change(ctx, nominations, id, command, (nomination) => {
    const { state } = nomination;
    const isUntouched = state === 'at-college' && !isPutUp;
    if (state === 'proposed') return refused('reviews.nothing-to-undo');
    const blocked =
      refuseUnseen(command, nominationVersion(nomination)) ??
      (isUntouched ? null : refused('reviews.undo-overtaken'));
    if (blocked) return blocked;
    return ok({
      action: 'admission undone',
      set: { state: 'proposed' as const, admittedBy: null, admittedAt: null },
      events: [admissionUndone({ nomination: id, person })],
      result: id,
      details: transition(id, state, 'proposed'),
    });
  });
}
