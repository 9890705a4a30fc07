// What is asked for, by name: the objects of the story, and objects of the same shape that do not exist.
import { issueCertificate } from '../../../engine/documents/certificates/issue.ts';
import { openDraft } from '../../../engine/editions/drafts.ts';
import { openMigration } from '../../../engine/editions/migrations/migrate.ts';
import { reviewedOf } from '../../../engine/editions/reviewed.ts';
import { draftSeenBy } from '../../../engine/editions/see.ts';
import { cancelSimulation, startSimulation } from '../../../engine/editions/simulations.ts';
import { refused } from '../../../engine/kernel/result.ts';
import { stageMedia } from '../../../engine/media/store.ts';
import { createBroadcast } from '../../../engine/notify/broadcasts/create-broadcast.ts';
import { organisationOf } from '../../../engine/organisations/accreditation.ts';
import { giveDocuments } from '../../../engine/organisations/documents.ts';
import { openSecureForm } from '../../../engine/people/secure-forms.ts';
import { people } from '../../../engine/people/store.ts';
import { nominate, providers, setCeremony } from '../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import * as credit from '../../../engine/programmes/credit/programme.ts';
import { projects } from '../../../engine/programmes/credit/store.ts';
import { makeReport, sendEvidence } from '../../../engine/programmes/grant/programme.ts';
import { addCollege } from '../../../engine/reference/colleges.ts';
import { addEntry } from '../../../engine/reference/entries.ts';
import { admit, answerSurvey } from '../../../engine/surveys/answer.ts';
import { createSurvey, publishSurvey } from '../../../engine/surveys/lifecycle.ts';
import { surveySeenBy } from '../../../engine/surveys/see.ts';
import { activeCentre, newParticipant, participationIn } from '../../support/badge/complete.ts';
import { agreedProject, evidenceFor, newPhoto } from '../../support/grant/cast.ts';
import { validIin } from '../../support/identity/numbers.ts';
import { surveyWish } from '../../support/surveys/wish.ts';
import { as, BIN_A, BIN_B, headOf, newProject, type Story, student, unwrap } from '../resources/story.ts';

export const PHONE_C = '+77010000003';
export const IIN_C = validIin(77);

export interface Objects {
  readonly binA: string;
  readonly binB: string;
  /** Attached to the application of organisation A. */
  readonly documentA: string;
  readonly projectA: string;
  readonly projectB: string;
  /** Not published. */
  readonly draftB: string;
  readonly studentA: string;
  readonly studentB: string;
  /** Studies at alpha and has booked an interview at B: seen by both. */
  readonly studentC: string;
  readonly creditA: string;
  readonly creditB: string;
  readonly entryA: string;
  readonly entryB: string;
  readonly interviewC: string;
  readonly delivery: string;
  readonly broadcast: string;
  /** Of credit A. */
  readonly certificate: string;
  /** Published, answered by student A. */
  readonly survey: string;
  /** Of the set credit.completion. */
  readonly ruleDraft: string;
  readonly ruleMigration: string;
  /** Of that draft; over. */
  readonly ruleSimulation: string;
  /** Agreed by both sides; `grantEvidence` of it waits for its manager. */
  readonly grantProject: string;
  readonly grantEvidence: string;
  /** Made, and not sent. */
  readonly grantReport: string;
  /** A participation that was nominated: the nomination’s id, too. */
  readonly badge: string;
}

export const nowhere: Objects = {
  binA: '200340000032',
  binB: '200340000032',
  documentA: '2222222222222222',
  projectA: '2222222222222222',
  projectB: '2222222222222222',
  draftB: '2222222222222222',
  studentA: '2222222222222222',
  studentB: '2222222222222222',
  studentC: '2222222222222222',
  creditA: '2222222222222222',
  creditB: '2222222222222222',
  entryA: '2222222222222222',
  entryB: '2222222222222222',
  interviewC: '2222222222222222',
  delivery: 'nowhere',
  broadcast: '2222222222222222',
  certificate: '2222222222222222',
  survey: '2222222222222222',
  ruleDraft: '2222222222222222',
  ruleMigration: '2222222222222222',
  ruleSimulation: '2222222222222222',
  grantProject: '2222222222222222',
  grantEvidence: '2222222222222222',
  grantReport: '2222222222222222',
  badge: '2222222222222222',
};

const operator = { kind: 'key', id: 'operator', grants: [{ role: 'operator', scope: 'all' }] } as const;

/** Adds to the story what it has not: a booked interview of a third student, and a project that is not published. */
export async function objectsOf(story: Story): Promise<Objects> {
  const { ctx, studentA, studentB, projectA, projectB, creditA, creditB, entryB } = story;
  const studentC = await student(ctx, 'Сәуле Мысалова', 'alpha', '75', 1003, PHONE_C, IIN_C);
  const draftB = await draft(ctx);
  const slots = [{ startsAt: new Date('2026-10-02T05:00:00Z'), capacity: 5 }];
  const later = unwrap(
    await credit.publishProject(ctx, as(headOf(BIN_B)), { ...newProject(BIN_B, '71'), slots }),
  );
  const slotId = (await credit.projectView(ctx, later))?.slots[0]?.id ?? '';
  const actor = { kind: 'person', id: studentC, grants: [] } as const;
  const interviewC = unwrap(await credit.bookInterview(ctx, as(actor), { projectId: later, slotId }));
  const work = await credit.hoursSeenBy(ctx, headOf(BIN_A), {}, { limit: 1, after: null });
  const words = { kk: 'Хабар', ru: 'Весть', en: 'News' };
  const audience = { region: null, university: null };
  const broadcast = unwrap(await createBroadcast(ctx, as(operator), { words, audience }));
  const ruleDraft = unwrap(await openDraft(ctx, as(operator), 'credit.completion'));
  const ruleSimulation = await simulationOfNobody(ctx, ruleDraft);
  const ruleMigration = await migrationOfNobody(ctx);
  const certificate = await issueCertificate(ctx, as(operator), {
    ...{ kind: 'credit.completion', subject: creditA, facts: [] },
    holder: { id: studentA, name: 'Әлия Үлгіова' },
  });
  const survey = await surveyAnsweredBy(ctx, studentA);
  const names = { kk: 'Альфа', ru: 'Альфа', en: 'Alpha' };
  unwrap(await addCollege(ctx, as(operator), { id: 'alpha-college', ...names, region: '75' }));
  await story.relay();
  return {
    ...{ studentA, studentB, studentC, projectA, projectB, draftB, creditA, creditB, entryB, interviewC },
    ...{ binA: BIN_A, binB: BIN_B, entryA: work.items[0]?.id ?? '', delivery: 'nowhere' },
    ...{ broadcast, ruleDraft, ruleMigration, ruleSimulation, certificate, survey, ...(await grantOf(ctx)) },
    badge: await nominated(ctx),
    documentA: await documentOf(ctx, BIN_A),
  };
}

/** Of whoever is under a day before anybody began: it moves no one, whatever is tried on it. */
async function migrationOfNobody(ctx: EngineContext): Promise<string> {
  const enrolment = {
    set: 'credit.completion',
    enrolled: nobody,
    move: async () => refused('common.not-allowed'),
  };
  const wish = { to: '2027-01-01', before: '2020-01-01', reason: 'For the matrix' };
  return unwrap(await openMigration(ctx, as(operator), enrolment, wish));
}

async function grantOf(ctx: EngineContext) {
  const stage = await agreedProject(ctx, 'access');
  const media = [await newPhoto(ctx, stage.lead)];
  const sent = await sendEvidence(ctx, as(stage.lead), evidenceFor(stage.project, '1.1.1', { media }));
  const grantReport = unwrap(await makeReport(ctx, as(stage.lead), stage.project, 'interim'));
  return { grantProject: stage.project, grantEvidence: unwrap(sent), grantReport };
}

async function nominated(ctx: EngineContext): Promise<string> {
  const provider = { id: 'joldas', kk: 'Жолдас', ru: 'Жолдас', en: 'Joldas', directions: ['tourism'] };
  unwrap(
    await addEntry(ctx, providers, as(operator), {
      ...provider,
      ...{ regions: [], contact: 'joldas.example' },
    }),
  );
  const there = { region: '71', venue: 'Мысал сарайы' };
  unwrap(await setCeremony(ctx, as(operator), { on: '2030-12-10', time: '16:00', ...there }));
  const centre = await activeCentre(ctx);
  const id = await participationIn(ctx, await newParticipant(ctx, 'Айша Мысалова'), { centre });
  return unwrap(await nominate(ctx, as(centre.head), id, 'Қатысушы күнделігін толық толтырды.'));
}

async function surveyAnsweredBy(ctx: EngineContext, person: string): Promise<string> {
  const wish = { ...surveyWish, anonymous: false, minimum: 1 };
  const id = unwrap(await createSurvey(ctx, as(operator), wish));
  unwrap(await publishSurvey(ctx, as(operator), id));
  const survey = await surveySeenBy(ctx, operator, id);
  const ticket = unwrap(await admit(ctx, survey, { person, chats: [] }));
  const answer = { region: '75', given: { pleased: ['yes'], mark: ['5'] } };
  unwrap(await answerSurvey(ctx, survey, ticket, answer));
  return id;
}

/** @returns the id of one that was cancelled: what is tried on it changes nothing */
async function simulationOfNobody(ctx: EngineContext, ruleDraft: string): Promise<string> {
  const draft = await draftSeenBy(ctx, operator, 'credit.completion', ruleDraft);
  const failed = (error: unknown) => {
    throw error;
  };
  const id = await startSimulation(ctx, as(operator), {
    ...{ draft: ruleDraft, version: draft.v, on: '2026-10-05', reviewed: await reviewedOf(ctx, draft) },
    ...{ subjects: nobody(), failed },
  });
  await cancelSimulation(ctx, as(operator), ruleDraft, id);
  return id;
}

async function* nobody() {}

const PAPER = { name: 'Жарғы (көшірме).pdf', mime: 'application/pdf' };

/** @returns the id of a document that the organisation's head attached */
async function documentOf(ctx: EngineContext, organisation: string): Promise<string> {
  const { headId: person } = await organisationOf(ctx, organisation);
  const secret = await openSecureForm(ctx, { kind: 'documents-form', person, about: { organisation } });
  unwrap(await giveDocuments(ctx, secret, [await stageMedia(ctx, PAPER, [Buffer.from('%PDF-1.7\n')])]));
  return (await organisationOf(ctx, organisation)).documents?.[0]?.media ?? '';
}

async function draft(ctx: EngineContext): Promise<string> {
  const slots = [{ startsAt: new Date('2026-10-03T05:00:00Z'), capacity: 5 }];
  const id = unwrap(
    await credit.publishProject(ctx, as(headOf(BIN_B)), {
      ...newProject(BIN_B, '71'),
      title: 'Жоба нұсқасы',
      slots,
    }),
  );
  await projects.on(ctx.db).updateOne({ _id: id }, { $set: { state: 'draft' } });
  return id;
}

/** Names by person. */
export async function namesOf(ctx: EngineContext, ids: readonly string[]): Promise<readonly string[]> {
  const found = await people.on(ctx.db).find().lean();
  return ids.map((id) => found.find((each) => each._id === id)?.name ?? 'nobody');
}
