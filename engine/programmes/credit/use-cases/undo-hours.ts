// A coordinator takes back what they have just decided about an entry: it waits again. Not once something rests on it: a report
// that was sent, an entry in the place of the returned one.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { creditIn, entryCase, withCredit, withEntry } from '../cases.ts';
import { hoursDecisionUndone } from '../events.ts';
import { entryVersion } from '../reviews/versions.ts';
import { refuseCoordinator } from '../rights.ts';
import { type Credit, type CreditStudent, type Entry, students } from '../store.ts';
import { transition } from '../transitions.ts';
import { refuseBeside } from './report-hours.ts';

/** States in which nothing was built on the hours yet. */
const unbuilt: readonly Credit['state'][] = ['working', 'report-returned'];

/** @returns the entry's id */
export async function undoHours(
  ctx: EngineContext,
  command: Command,
  entryId: string,
): Promise<Result<string>> {
  const { student, credit } = await entryCase(ctx, entryId);
  const refusal = refuseCoordinator(command.actor, credit.organisationId, student._id);
  if (refusal) return refusal;
  return change(ctx, students, student._id, command, (current) => {
    const now = creditIn(current, credit.id);
    const entry = now.entries.find(({ id }) => id === entryId);
    if (!entry || entry.state === 'reported') return refused('reviews.nothing-to-undo');
    const unseen = refuseUnseen(command, entryVersion(entry));
    if (unseen) return unseen;
    if (isOvertaken(ctx, current, now, entry)) return refused('reviews.undo-overtaken');
    const open = { state: 'reported' as const, decidedBy: null, decidedAt: null, reason: null };
    return ok({
      action: 'hours decision undone',
      set: { credits: withCredit(current, now.id, { entries: withEntry(now, entryId, open) }) },
      events: [hoursDecisionUndone({ student: student._id, credit: now.id, entry: entryId })],
      result: entryId,
      details: { minutes: entry.minutes, ...transition('entry', entryId, entry.state, 'reported') },
    });
  });
}

/** Whether something rests on what was decided about an entry. */
export function isOvertaken(
  ctx: EngineContext,
  student: CreditStudent,
  credit: Credit,
  entry: Entry,
): boolean {
  const isBuiltOn = !unbuilt.includes(credit.state);
  const isReplaced = entry.state === 'returned' && refuseBeside(ctx, student, entry) !== null;
  return isBuiltOn || isReplaced;
}
