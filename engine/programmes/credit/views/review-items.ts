// One review item with everything that its card shows: who, what, evidence, progress after approval.

import { organisationOf } from '../../../organisations/accreditation.ts';
import { people } from '../../../people/store.ts';
import { universities } from '../../../reference/universities.ts';
import type { EngineContext } from '../../context.ts';
import { creditCase, entryCase, interviewCase, projectOf } from '../cases.ts';
import { confirmedMinutes } from '../facts.ts';
import { payouts, recredits } from '../store.ts';
import { requiredMinutes } from '../use-cases/send-report.ts';

/** Who is spoken of: name and studies. */
export async function personView(ctx: EngineContext, personId: string | null) {
  const person = personId === null ? null : await people.on(ctx.db).findById(personId).lean();
  const university = person?.student
    ? await universities.on(ctx.db).findById(person.student.universityId).lean()
    : null;
  return {
    id: personId,
    name: person?.name ?? '',
    year: person?.student?.year ?? null,
    university: university ? { kk: university.kk, ru: university.ru, en: university.en } : null,
    ibanTail: person?.ibanTail ?? null,
  };
}

export async function interviewItem(ctx: EngineContext, interviewId: string) {
  const { student, interview } = await interviewCase(ctx, interviewId);
  const project = await projectOf(ctx, interview.projectId);
  const organisation = await organisationOf(ctx, interview.organisationId);
  const decidedBy = (await personView(ctx, interview.decidedBy)).name;
  return { student: await personView(ctx, student._id), interview, project, organisation, decidedBy };
}

export async function entryItem(ctx: EngineContext, entryId: string) {
  const { student, credit, entry } = await entryCase(ctx, entryId);
  const project = await projectOf(ctx, credit.projectId);
  const confirmed = confirmedMinutes(credit);
  const after = confirmed + (entry.state === 'confirmed' ? 0 : entry.minutes);
  return {
    student: await personView(ctx, student._id),
    credit,
    entry,
    project,
    confirmed,
    /** Minutes confirmed once this entry is. */
    after,
    required: requiredMinutes(ctx, credit),
    decidedBy: (await personView(ctx, entry.decidedBy)).name,
  };
}

export async function reportItem(ctx: EngineContext, creditId: string) {
  const { student, credit } = await creditCase(ctx, creditId);
  const project = await projectOf(ctx, credit.projectId);
  const organisation = await organisationOf(ctx, credit.organisationId);
  const decidedBy = (await personView(ctx, credit.report?.decidedBy ?? null)).name;
  const confirmed = confirmedMinutes(credit);
  return {
    student: await personView(ctx, student._id),
    credit,
    project,
    organisation,
    confirmed,
    required: requiredMinutes(ctx, credit),
    decidedBy,
  };
}

export async function payoutItem(ctx: EngineContext, creditId: string) {
  const payout = await payouts.on(ctx.db).findById(creditId).lean();
  if (!payout) return null;
  const organisation = await organisationOf(ctx, payout.organisationId);
  const decidedBy = (await personView(ctx, payout.decidedBy)).name;
  return { payout, student: await personView(ctx, payout.studentId), organisation, decidedBy };
}

export async function recreditItem(ctx: EngineContext, creditId: string) {
  const recredit = await recredits.on(ctx.db).findById(creditId).lean();
  if (!recredit) return null;
  const { credit } = await creditCase(ctx, creditId);
  const project = await projectOf(ctx, credit.projectId);
  const decidedBy = (await personView(ctx, recredit.decidedBy)).name;
  return { recredit, student: await personView(ctx, recredit.studentId), project, decidedBy };
}
