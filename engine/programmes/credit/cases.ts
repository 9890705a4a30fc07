// Finding one's way inside a student's document: which interview, which credit, which entry, and a changed copy of it.
import { trusted } from 'mongoose';
import { type Command, systemActor } from '../../kernel/actor.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Refused, refused } from '../../kernel/result.ts';
import { people } from '../../people/store.ts';
import { create } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import {
  type Credit,
  type CreditStudent,
  type Entry,
  type Interview,
  type Project,
  projects,
  students,
} from './store.ts';

/** A student's document, opened at first need. */
export async function studentOf(ctx: StoreContext, personId: string): Promise<CreditStudent> {
  const found = await students.on(ctx.db).findById(personId).lean();
  if (found) return found as CreditStudent;
  const opening = { action: 'student opened', set: { interviews: [], credits: [] }, result: null };
  await create(ctx, students, personId, { id: `open/${personId}`, actor: systemActor }, opening);
  return studentOf(ctx, personId);
}

/**
 * The document of whoever acts as a student. @throws AppError `not-found` for one who never registered as a student:
 * nothing is opened for a machine, or for somebody of the staff
 */
export async function actingStudent(ctx: StoreContext, { actor }: Command): Promise<CreditStudent> {
  const found = await students.on(ctx.db).findById(actor.id).lean();
  if (found) return found as CreditStudent;
  const registered = await people.on(ctx.db).exists({ _id: actor.id, student: trusted({ $ne: null }) });
  return registered ? studentOf(ctx, actor.id) : missing('student', actor.id);
}

export async function projectOf(ctx: StoreContext, id: string): Promise<Project> {
  const found = await projects.on(ctx.db).findById(id).lean();
  return (found as Project | null) ?? missing('project', id);
}

export async function interviewCase(
  ctx: StoreContext,
  id: string,
): Promise<{ student: CreditStudent; interview: Interview }> {
  const student = (await students.on(ctx.db).findOne({ 'interviews.id': id }).lean()) as CreditStudent | null;
  const interview = student?.interviews.find((each) => each.id === id);
  return student && interview ? { student, interview } : missing('interview', id);
}

export async function creditCase(
  ctx: StoreContext,
  id: string,
): Promise<{ student: CreditStudent; credit: Credit }> {
  const student = (await students.on(ctx.db).findOne({ 'credits.id': id }).lean()) as CreditStudent | null;
  const credit = student?.credits.find((each) => each.id === id);
  return student && credit ? { student, credit } : missing('credit', id);
}

export async function entryCase(
  ctx: StoreContext,
  id: string,
): Promise<{ student: CreditStudent; credit: Credit; entry: Entry }> {
  const student = (await students
    .on(ctx.db)
    .findOne({ 'credits.entries.id': id })
    .lean()) as CreditStudent | null;
  const credit = student?.credits.find((each) => each.entries.some((entry) => entry.id === id));
  const entry = credit?.entries.find((each) => each.id === id);
  return student && credit && entry ? { student, credit, entry } : missing('entry', id);
}

export const interviewIn = (student: CreditStudent, id: string): Interview =>
  student.interviews.find((each) => each.id === id) ?? missing('interview', id);

export const creditIn = (student: CreditStudent, id: string): Credit =>
  student.credits.find((each) => each.id === id) ?? missing('credit', id);

/** The legal date by which the rules of a credit are chosen. */
export const rulesDayOf = ({ startedOn, rulesOn }: Pick<Credit, 'startedOn' | 'rulesOn'>): LocalDate =>
  rulesOn ?? startedOn;

export const withInterview = (student: CreditStudent, id: string, patch: Partial<Interview>): Interview[] =>
  student.interviews.map((each) => (each.id === id ? { ...each, ...patch } : each));

export const withCredit = (student: CreditStudent, id: string, patch: Partial<Credit>): Credit[] =>
  student.credits.map((each) => (each.id === id ? { ...each, ...patch } : each));

export const withEntry = (credit: Credit, id: string, patch: Partial<Entry>): Entry[] =>
  credit.entries.map((each) => (each.id === id ? { ...each, ...patch } : each));

/** Seat ids: places of a project and of an interview slot. */
export const placeSeat = (projectId: string): string => `credit.place/${projectId}`;
export const slotSeat = (projectId: string, slotId: string): string => `credit.slot/${projectId}/${slotId}`;

function missing(what: string, id: string): never {
  throw new AppError('not-found', `${what} ${id} does not exist`);
}

/** The refusal of whoever comes too late to an interview: how it stands, and who decided when. */
export const interviewSettled = ({ state, decidedBy, decidedAt }: Interview): Refused =>
  refused('credit.interview-settled', { state, by: decidedBy, at: decidedAt?.toISOString() ?? null });
