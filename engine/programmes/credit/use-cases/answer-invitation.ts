// The student answers an invitation. Accepting begins the credit: the rules are the gate, and every other open
// interview ends with it, because nobody takes part in two projects at a time.
import type { Command } from '../../../kernel/actor.ts';
import { calendarYear, localDate } from '../../../kernel/calendar.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { people } from '../../../people/store.ts';
import { change } from '../../../store/command.ts';
import type { DomainEvent } from '../../../store/owned.ts';
import type { EngineContext } from '../../context.ts';
import { interviewIn, interviewSettled } from '../cases.ts';
import { interviewCancelled, invitationAccepted } from '../events.ts';
import { openInterviews, participationFacts } from '../facts.ts';
import { formerHours } from '../former.ts';
import { mayTransition, type Target } from '../states.ts';
import { type Credit, type CreditStudent, type Interview, students } from '../store.ts';
import { type Transition, transition } from '../transitions.ts';
import { askRules, type Verdict } from '../verdict.ts';
import { endInterview } from './cancel-interview.ts';

export interface Acceptance {
  readonly interviewId: string;
  readonly target: Target;
}

/** @returns the id of the credit that begins; it is the interview's own id */
export async function acceptInvitation(
  ctx: EngineContext,
  command: Command,
  input: Acceptance,
): Promise<Result<string>> {
  const studentId = command.actor.id;
  const person = await people.on(ctx.db).findById(studentId).lean();
  return change(ctx, students, studentId, command, async (student) => {
    const interview = interviewIn(student, input.interviewId);
    const now = ctx.clock.now();
    if (!mayTransition.interview(interview.state, 'accepted')) return interviewSettled(interview);
    if (interview.answerBy && interview.answerBy < now) return refused('credit.invitation-lapsed');
    const year = calendarYear(now);
    const former = await formerHours(ctx, person, year);
    const facts = participationFacts(person, student, input.target, year, now, former);
    const verdict = await askRules(ctx.rules, 'credit.participation', localDate(now), facts);
    if (!verdict.ok) return verdict;
    return ok({
      action: 'invitation accepted',
      set: {
        interviews: accepted(student, interview, { decidedBy: command.actor.id, decidedAt: now }),
        credits: [...student.credits, newCredit(interview, input.target, now, verdict.value)],
      },
      events: eventsOf(student, interview),
      result: interview.id,
      details: { receipt: verdict.value.receipt.hash, transitions: transitionsOf(student, interview) },
    });
  });
}

/** The student declines and goes on searching. */
export const declineInvitation = (
  ctx: EngineContext,
  command: Command,
  interviewId: string,
): Promise<Result<string>> => endInterview(ctx, command, command.actor.id, interviewId, 'declined', null);

const newCredit = (interview: Interview, target: Target, now: Date, verdict: Verdict): Credit => ({
  id: interview.id,
  interviewId: interview.id,
  projectId: interview.projectId,
  organisationId: interview.organisationId,
  target,
  year: calendarYear(now),
  startedOn: localDate(now),
  state: 'working',
  entries: [],
  report: null,
  entitlement: null,
  admission: verdict.receipt,
});

const othersOpen = (student: CreditStudent, interview: Interview) =>
  openInterviews(student).filter((each) => each.id !== interview.id);

type Decided = Pick<Interview, 'decidedBy' | 'decidedAt'>;

function accepted(student: CreditStudent, interview: Interview, decided: Decided): Interview[] {
  const ending = new Set(othersOpen(student, interview).map((each) => each.id));
  return student.interviews.map((each) => {
    if (each.id === interview.id) return { ...each, state: 'accepted' as const };
    return ending.has(each.id) ? { ...each, state: 'cancelled' as const, ...decided } : each;
  });
}

function transitionsOf(student: CreditStudent, interview: Interview): Transition[] {
  const others = othersOpen(student, interview).map(({ id, state }) =>
    transition('interview', id, state, 'cancelled'),
  );
  const begun = [
    transition('interview', interview.id, interview.state, 'accepted'),
    transition('credit', interview.id, null, 'working'),
  ];
  return [...begun, ...others].flatMap(({ transitions }) => transitions);
}

function eventsOf(student: CreditStudent, interview: Interview): DomainEvent[] {
  const others = othersOpen(student, interview).map((each) => each.id);
  const data = (id: string) => ({ student: student._id, interview: id });
  return [
    invitationAccepted({ ...data(interview.id), ended: others.length }),
    ...others.map((id) => interviewCancelled(data(id))),
  ];
}
