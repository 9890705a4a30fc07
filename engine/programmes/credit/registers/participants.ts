// The register of participants: operators see everyone, registrars the students of their university, heads and
// coordinators those who came to their organisation, and of those only what happened there. Whose consent is over,
// only operators see.
import { trusted } from 'mongoose';
import type { Actor } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { folded } from '../../../kernel/names.ts';
import { covers, reachesNowhere, type Span, spanOrOperator } from '../../../kernel/span.ts';
import { type Person, people } from '../../../people/store.ts';
import type { DecisionReceipt } from '../../../rules/rule-book.ts';
import { containing, type Page, type PageRequest, pageOf } from '../../../store/page.ts';
import type { EngineContext } from '../../context.ts';
import { studentOf } from '../cases.ts';
import { consenting, withLiveConsent } from '../consent.ts';
import { type CreditStudent, students } from '../store.ts';
import { type StudentStatus, studentStatus } from '../views/status.ts';

export interface ParticipantSearch {
  readonly q?: string;
  readonly region?: string;
  readonly university?: string;
}

const LISTED = ['name', 'region', 'student'] as const satisfies readonly (keyof Person)[];

/** What a list of participants shows of each. */
export type ListedParticipant = Pick<Person, '_id' | (typeof LISTED)[number]>;

/** By name. @throws AppError `forbidden` */
export async function participantsSeenBy(
  ctx: EngineContext,
  actor: Actor,
  { q, region, university }: ParticipantSearch,
  page: PageRequest,
): Promise<Page<ListedParticipant>> {
  const exact = {
    student: trusted({ $ne: null }),
    ...(region !== undefined && { region }),
    ...(university !== undefined && { 'student.universityId': university }),
    ...(q !== undefined && { searchName: containing(folded(q)) }),
  };
  const filter = { $and: [exact, await visible(ctx, reachOf(actor))] };
  return pageOf(ctx, people, filter, { by: 'searchName', of: 'text' }, page, LISTED);
}

export interface Decision {
  readonly creditId: string;
  /** `admission` to the credit, or `completion` of it. */
  readonly kind: 'admission' | 'completion';
  readonly receipt: DecisionReceipt;
}

export interface ParticipantCard {
  readonly person: Person;
  readonly status: StudentStatus;
  readonly decisions: readonly Decision[];
  /** Grows with every change of what the card shows of the person. */
  readonly v: string;
}

/** @throws AppError `forbidden`; `not-found` also for someone who is not the actor's to see */
export async function participantCard(
  ctx: EngineContext,
  actor: Actor,
  id: string,
): Promise<ParticipantCard> {
  const reach = reachOf(actor);
  const person = await people.on(ctx.db).findById(id).lean();
  if (!person?.student) throw new AppError('not-found', `participant ${id} does not exist`);
  const isOperator = reach.universities === 'all';
  if (!isOperator && !(await consenting(ctx, [id])).has(id))
    throw new AppError('not-found', `participant ${id} has no live consent`);
  const student = await studentOf(ctx, id);
  const whole = covers(reach.universities, person.student.universityId);
  const isSeen = (each: { readonly organisationId: string }) =>
    whole || covers(reach.organisations, each.organisationId);
  if (!whole && ![...student.interviews, ...student.credits].some(isSeen))
    throw new AppError('not-found', `participant ${id} is not to be seen by ${actor.id}`);
  const credits = student.credits.filter(isSeen);
  const shown = new Set([...student.interviews.filter(isSeen), ...credits].map((each) => each.id));
  return {
    person,
    status: narrowed(await studentStatus(ctx, id), shown),
    decisions: decisionsOf(credits),
    v: `${person.v}.${student.v}`,
  };
}

interface Reach {
  readonly universities: Span;
  readonly organisations: Span;
}

function reachOf(actor: Actor): Reach {
  const reach = {
    universities: spanOrOperator(actor, ['registrar'], 'university'),
    organisations: spanOrOperator(actor, ['head', 'coordinator'], 'organisation'),
  };
  if (Object.values(reach).every(reachesNowhere))
    throw new AppError('forbidden', `${actor.id} sees no participants`);
  return reach;
}

async function visible(ctx: EngineContext, { universities, organisations }: Reach) {
  if (universities === 'all') return {};
  const live = withLiveConsent(ctx.clock.now());
  const atUniversity = { 'student.universityId': trusted({ $in: [...universities] }) };
  const host = organisations === 'all' ? trusted({ $exists: true }) : trusted({ $in: [...organisations] });
  const of = { $or: [{ 'interviews.organisationId': host }, { 'credits.organisationId': host }] };
  const hosted = reachesNowhere(organisations) ? [] : await students.on(ctx.db).distinct('_id', of as never);
  return { $and: [live, { $or: [atUniversity, { _id: trusted({ $in: hosted }) }] }] };
}

const narrowed = (status: StudentStatus, shown: ReadonlySet<string>): StudentStatus => ({
  ...status,
  openInterviews: status.openInterviews.filter((each) => shown.has(each.id)),
  credits: status.credits.filter((each) => shown.has(each.id)),
});

const decisionsOf = (credits: CreditStudent['credits']): Decision[] =>
  credits.flatMap(({ id, admission, entitlement }): Decision[] => [
    ...(admission
      ? [{ creditId: id, kind: 'admission' as const, receipt: admission as DecisionReceipt }]
      : []),
    ...(entitlement
      ? [{ creditId: id, kind: 'completion' as const, receipt: entitlement.receipt as DecisionReceipt }]
      : []),
  ]);
