// The consent is over — withdrawn, past its term, or the person is being erased: open interviews and the participation
// end in one write. Their events free the seats and tell the organisation, as with every other end.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { DomainEvent } from '../../../store/owned.ts';
import type { EngineContext } from '../../context.ts';
import { interviewCancelled, projectLeft } from '../events.ts';
import { activeCredits, openInterviews } from '../facts.ts';
import { type CreditStudent, students } from '../store.ts';
import { transition } from '../transitions.ts';

/** @returns how many ended; nothing is written where nothing runs */
export async function endWithoutConsent(
  ctx: EngineContext,
  command: Command,
  studentId: string,
): Promise<Result<number>> {
  if (!(await students.on(ctx.db).exists({ _id: studentId }))) return ok(0);
  const ended = await change(ctx, students, studentId, command, (student) => {
    const interviews = openInterviews(student);
    const credits = activeCredits(student);
    if (interviews.length + credits.length === 0) return refused('credit.no-participation');
    const events: DomainEvent[] = [
      ...interviews.map(({ id }) => interviewCancelled({ student: studentId, interview: id })),
      ...credits.map(({ id }) => projectLeft({ student: studentId, credit: id })),
    ];
    const transitions = [
      ...interviews.map(({ id, state }) => transition('interview', id, state, 'cancelled').transitions),
      ...credits.map(({ id, state }) => transition('credit', id, state, 'left').transitions),
    ];
    return ok({
      action: 'ended without consent',
      set: endedIn(student, ctx.clock.now(), command.actor.id),
      events,
      result: events.length,
      details: { transitions: transitions.flat() },
    });
  });
  return ended.ok ? ended : ok(0);
}

function endedIn(student: CreditStudent, decidedAt: Date, decidedBy: string) {
  const open = new Set(openInterviews(student));
  const active = new Set(activeCredits(student));
  return {
    interviews: student.interviews.map((each) =>
      open.has(each) ? { ...each, state: 'cancelled' as const, decidedBy, decidedAt } : each,
    ),
    credits: student.credits.map((each) => (active.has(each) ? { ...each, state: 'left' as const } : each)),
  };
}
