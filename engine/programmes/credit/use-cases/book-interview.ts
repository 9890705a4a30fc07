// A student books an interview: the wish is noted, a seat of the slot is taken, the booking stands.
// A saga of three steps, each of which may be repeated; finishBooking takes up one that broke off.
import type { Command } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { organisationOf } from '../../../organisations/accreditation.ts';
import { people } from '../../../people/store.ts';
import { change } from '../../../store/command.ts';
import { freeSeat, takeSeat } from '../../../store/seats.ts';
import type { EngineContext } from '../../context.ts';
import { actingStudent, interviewIn, projectOf, slotSeat, studentOf, withInterview } from '../cases.ts';
import { interviewBooked } from '../events.ts';
import { openInterviews, studentFacts } from '../facts.ts';
import { mayTransition } from '../states.ts';
import { type CreditStudent, type Interview, type Project, students } from '../store.ts';
import { transition } from '../transitions.ts';
import { askRules } from '../verdict.ts';

export interface Booking {
  readonly projectId: string;
  readonly slotId: string;
}

/** @returns the interview's id */
export async function bookInterview(
  ctx: EngineContext,
  command: Command,
  input: Booking,
): Promise<Result<string>> {
  const studentId = command.actor.id;
  await actingStudent(ctx, command);
  const project = await projectOf(ctx, input.projectId);
  const noted = await noteWish(ctx, command, studentId, project, input);
  return noted.ok ? finishBooking(ctx, studentId, noted.value) : noted;
}

async function noteWish(
  ctx: EngineContext,
  command: Command,
  studentId: string,
  project: Project,
  input: Booking,
) {
  const person = await people.on(ctx.db).findById(studentId).lean();
  const { accreditation } = await organisationOf(ctx, project.organisationId);
  const isOpen = project.state === 'published' && accreditation === 'accredited';
  const now = ctx.clock.now();
  return change(ctx, students, studentId, command, async (student) => {
    const slot = project.slots.find((each) => each.id === input.slotId);
    if (!isOpen || !slot || slot.startsAt <= now) return refused('credit.slot-gone');
    const open = openInterviews(student).find((each) => each.projectId === project._id);
    if (open) return refused('credit.already-booked');
    const verdict = await askRules(
      ctx.rules,
      'credit.booking',
      localDate(now),
      studentFacts(person, student, now),
    );
    if (!verdict.ok) return verdict;
    const interview = newInterview(command, project, slot.id, slot.startsAt, now);
    return ok({
      action: 'interview wished',
      set: { interviews: [...student.interviews, interview] },
      result: interview.id,
      details: transition('interview', interview.id, null, interview.state),
    });
  });
}

/** Deterministic, so that a repeat of the command names the same interview. */
const interviewIdOf = (command: Command): string => derivedId(`interview ${command.id}`);

const newInterview = (
  command: Command,
  project: Project,
  slotId: string,
  startsAt: Date,
  now: Date,
): Interview => ({
  id: interviewIdOf(command),
  projectId: project._id,
  organisationId: project.organisationId,
  slotId,
  startsAt,
  state: 'pending',
  bookedAt: now,
  answerBy: null,
  placeHolder: null,
  decidedBy: null,
  decidedAt: null,
  reason: null,
});

/** Takes the seat and settles the booking either way. Safe to call for a booking in any state. */
export async function finishBooking(
  ctx: EngineContext,
  studentId: string,
  interviewId: string,
): Promise<Result<string>> {
  const interview = interviewIn(await studentOf(ctx, studentId), interviewId);
  if (interview.state !== 'pending') return outcomeOf(interview);
  const { projectId, slotId } = interview;
  const seat = slotSeat(projectId, slotId);
  const taken = (await takeSeat(ctx, seat, interviewId)) === 'taken';
  const settled = await settle(ctx, studentId, interviewId, taken ? 'booked' : 'unavailable');
  // Someone settled it otherwise meanwhile (it was cancelled): the seat that was just taken is nobody's.
  if (taken && !settled.ok) await freeSeat(ctx, seat, interviewId);
  if (settled.ok) return taken ? ok(interviewId) : slotFull;
  // Theirs is the answer, as a repeat of this command would give it.
  return outcomeOf(interviewIn(await studentOf(ctx, studentId), interviewId));
}

const slotFull = refused('credit.slot-full');

const outcomeOf = ({ id, state }: Interview): Result<string> => (state === 'unavailable' ? slotFull : ok(id));

function settle(ctx: EngineContext, studentId: string, interviewId: string, to: 'booked' | 'unavailable') {
  const command: Command = {
    id: `${to}/${interviewId}`,
    actor: { kind: 'person', id: studentId, grants: [] },
  };
  return change(ctx, students, studentId, command, (student: CreditStudent) => {
    const interview = interviewIn(student, interviewId);
    if (!mayTransition.interview(interview.state, to)) return refused('credit.already-settled');
    const told = to === 'booked' ? [interviewBooked({ student: studentId, interview: interviewId })] : [];
    return ok({
      action: `interview ${to}`,
      set: { interviews: withInterview(student, interviewId, { state: to }) },
      events: told,
      result: interviewId,
      details: transition('interview', interviewId, interview.state, to),
    });
  });
}
