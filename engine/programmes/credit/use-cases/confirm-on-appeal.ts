// Returned hours are confirmed after all: whoever heard the student's appeal decided so. Not once something rests on the return.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { creditIn, entryCase, withCredit, withEntry } from '../cases.ts';
import { refuseWithoutConsent } from '../consent.ts';
import { hoursConfirmed } from '../events.ts';
import { students } from '../store.ts';
import { transition } from '../transitions.ts';
import { isOvertaken } from './undo-hours.ts';

/** Whether the actor may is checked by the room of appeals. @returns the entry's id */
export async function confirmOnAppeal(
  ctx: EngineContext,
  command: Command,
  entryId: string,
): Promise<Result<string>> {
  const { student, credit } = await entryCase(ctx, entryId);
  const blocked = await refuseWithoutConsent(ctx, student._id);
  if (blocked) return blocked;
  return change(ctx, students, student._id, command, (current) => {
    const now = creditIn(current, credit.id);
    const entry = now.entries.find(({ id }) => id === entryId);
    if (entry?.state !== 'returned' || isOvertaken(ctx, current, now, entry))
      return refused('appeals.overtaken');
    const decided = { decidedBy: command.actor.id, decidedAt: ctx.clock.now(), reason: null };
    const entries = withEntry(now, entryId, { state: 'confirmed', ...decided });
    return ok({
      action: 'hours confirmed on appeal',
      set: { credits: withCredit(current, now.id, { entries }) },
      events: [hoursConfirmed({ student: student._id, credit: now.id, entry: entryId })],
      result: entryId,
      details: { minutes: entry.minutes, ...transition('entry', entryId, 'returned', 'confirmed') },
    });
  });
}
