// The team opens an anonymous survey of a population; who answers comes by its link, and is handed a ticket by the chat.
import { type Actor, type Command, systemActor } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { create } from '../../../store/command.ts';
import { admit, type Respondent, surveyOf } from '../../../surveys/answer.ts';
import { draftSurvey, openSurvey, surveyIdOf } from '../../../surveys/lifecycle.ts';
import type { Survey } from '../../../surveys/store.ts';
import type { EngineContext } from '../../context.ts';
import { projectOf, seenProject, versionInForce } from '../project/cases.ts';
import { refuseOthers } from '../rights.ts';
import { type AskedSurvey, questionsFor, surveysAskedIn } from './asked.ts';
import { grantQuestionnaires, type Questionnaire } from './store.ts';

/** By lead or manager, of what the plan in force asks for. @returns the survey's id */
export async function openQuestionnaire(
  ctx: EngineContext,
  command: Command,
  { project, activity, population }: AskedSurvey & { readonly project: string },
): Promise<Result<string>> {
  const refusal = refuseOthers(command.actor, project, 'grant-lead', 'grant-manager');
  if (refusal) return refusal;
  const plan = versionInForce(await projectOf(ctx, project))?.plan;
  if (!plan) return refused('grant.not-in-force');
  const isAsked = surveysAskedIn(plan).some(
    (each) => each.activity === activity && each.population === population,
  );
  if (!isAsked) return refused('grant-events.no-survey-asked');
  const id = surveyIdOf(`grant ${command.id}`);
  const minimum = ctx.rules.number('grant', 'surveyLeastAnswers', localDate(ctx.clock.now()));
  const by = (what: string): Command => ({ id: `grant survey/${id}/${what}`, actor: systemActor });
  await draftSurvey(ctx, by('draft'), id, {
    ...questionsFor(population),
    ...{ anonymous: true, byTicket: true, byRegion: false, minimum },
  });
  await openSurvey(ctx, by('open'), id);
  const made = await create(ctx, grantQuestionnaires, id, command, {
    action: 'questionnaire opened',
    set: {
      ...{ project, activity, population, state: 'open', closedAt: null, satisfied: null, answered: null },
      ...{ openedBy: command.actor.id, openedAt: ctx.clock.now() },
      ...{ contactList: newId(), contactEvidence: [] },
    },
    result: id,
    details: { activity, population },
  });
  return made.created ? ok(made.result) : refused('common.already-done');
}

export const findQuestionnaire = (ctx: EngineContext, id: string): Promise<Questionnaire | null> =>
  grantQuestionnaires.on(ctx.db).findById(id).lean() as Promise<Questionnaire | null>;

export async function questionnaireOf(ctx: EngineContext, id: string): Promise<Questionnaire> {
  const found = await findQuestionnaire(ctx, id);
  if (!found) throw new AppError('not-found', `questionnaire ${id} does not exist`);
  return found;
}

/** For whoever sees its project. @throws AppError `not-found` for everybody else */
export async function seenQuestionnaire(
  ctx: EngineContext,
  actor: Actor,
  id: string,
): Promise<Questionnaire> {
  const found = await questionnaireOf(ctx, id);
  await seenProject(ctx, actor, found.project);
  return found;
}

/** Of a project, in the order in which they were opened. */
export const questionnairesIn = (ctx: EngineContext, project: string): Promise<readonly Questionnaire[]> =>
  grantQuestionnaires.on(ctx.db).find({ project }).sort({ openedAt: 1, _id: 1 }).lean() as unknown as Promise<
    Questionnaire[]
  >;

export interface AdmittedRespondent {
  readonly survey: Survey;
  readonly ticket: string;
}

/** Refused to who has answered, and where it is closed. */
export async function admitToQuestionnaire(
  ctx: EngineContext,
  id: string,
  respondent: Respondent,
): Promise<Result<AdmittedRespondent>> {
  const found = await findQuestionnaire(ctx, id);
  const survey = found && (await surveyOf(ctx, id));
  if (!survey) return refused('grant-events.no-such-survey');
  const ticket = await admit(ctx, survey, respondent);
  return ticket.ok ? ok({ survey, ticket: ticket.value }) : ticket;
}
