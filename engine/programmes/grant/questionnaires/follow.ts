// What follows when a survey is closed: its percentage and its export, each one piece of evidence, however often this runs.

import { xlsxOf } from '../../../documents/xlsx.ts';
import { systemActor } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import { keepMedia } from '../../../media/store.ts';
import type { Follow } from '../../../parts/part.ts';
import { actorOf } from '../../../people/reach.ts';
import { people } from '../../../people/store.ts';
import { surveyOf } from '../../../surveys/answer.ts';
import { exportOf } from '../../../surveys/results.ts';
import type { EngineContext } from '../../context.ts';
import type { OfQuestionnaire } from '../events.ts';
import { sendEvidence } from '../evidence/send.ts';
import { sendSurveyFigure } from '../evidence/survey-figure.ts';
import { activityOf, type Plan } from '../plan/shape.ts';
import type { Served } from '../progress/piece.ts';
import { projectOf, versionInForce } from '../project/cases.ts';
import { questionnaireOf } from './open.ts';

/** Only what the plan asks for is sent: a survey of training feedback alone has no percentage to feed. */
export const sendFigure: Follow<EngineContext, OfQuestionnaire> = async (ctx, { id, data }) => {
  const { project, population, satisfied, answered } = await questionnaireOf(ctx, data.questionnaire);
  const command = { id: `event/${id}/figure`, actor: systemActor };
  await sendSurveyFigure(ctx, command, {
    ...{ project, population, survey: data.questionnaire },
    ...{ satisfied: satisfied ?? 0, answered: answered ?? 0 },
  });
};

export function exportAskedIn(plan: Pick<Plan, 'tasks'>, activity: string): Served | null {
  for (const { id, target } of activityOf(plan, activity)?.indicators ?? []) {
    const part = target.findIndex(({ unit }) => unit === 'questionnaireExport');
    if (part >= 0) return { indicator: id, part };
  }
  return null;
}

/** On behalf of the project's lead. Without names, in no order that says who came when. */
export const sendExport: Follow<EngineContext, OfQuestionnaire> = async (ctx, { id, data }) => {
  const { project: projectId, activity } = await questionnaireOf(ctx, data.questionnaire);
  const project = await projectOf(ctx, projectId);
  const plan = versionInForce(project)?.plan;
  const asked = plan && exportAskedIn(plan, activity);
  const lead = await people.on(ctx.db).findById(project.lead).lean();
  if (!asked || !lead || lead.erasure) return;
  const bytes = await exportFile(ctx, data.questionnaire);
  const name = 'questionnaire.xlsx';
  const kept = await keepMedia(ctx, { owner: project.lead, name, mime: null, bytes });
  const command = { id: `event/${id}/export`, actor: actorOf(lead) };
  const sent = await sendEvidence(ctx, command, {
    ...{ project: projectId, ...asked, alsoServes: [], kind: 'document', media: [kept._id], link: null },
    ...{ quantity: 1, people: null, date: localDate(ctx.clock.now()), place: null },
    ...{ participant: null, note: null },
  });
  if (!sent.ok)
    throw new AppError('invalid-input', `the export was refused: ${sent.reasons.map(({ code }) => code)}`);
};

/** In Kazakh, the contract's language; a column for each question. */
async function exportFile(ctx: EngineContext, id: string): Promise<Buffer> {
  const survey = await surveyOf(ctx, id);
  const found = survey && (await exportOf(ctx, survey));
  if (!survey || !found?.ok) throw new AppError('invalid-input', `survey ${id} has nothing to export`);
  const titles = survey.questions.map(({ text }) => text.kk);
  const rows = found.value.map(({ values }) =>
    survey.questions.map((question) => {
      const value = values[question.id];
      return typeof value === 'number' || typeof value === 'string' ? value : null;
    }),
  );
  return xlsxOf([titles, ...rows]);
}
