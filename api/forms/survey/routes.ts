// Where a survey is answered: the ticket in the address says whose turn it is, and nothing of it is kept beside the answer.
// The page knows no person, and the log holds no address.
import type { RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { holdsSensitiveData } from '../../../bot/dialogue/sensitive.ts';
import { isLanguage } from '../../../engine/kernel/languages.ts';
import type { Reason } from '../../../engine/kernel/result.ts';
import type { StoreContext } from '../../../engine/store/context.ts';
import { answerSurvey, surveyOf } from '../../../engine/surveys/answer.ts';
import { LONGEST_TEXT } from '../../../engine/surveys/question.ts';
import { readTicket } from '../../../engine/surveys/respondent.ts';
import type { Survey } from '../../../engine/surveys/store.ts';
import { pageLanguage } from '../../language.ts';
import { addressOf } from '../../protection.ts';
import { readSent } from '../sent.ts';
import { shown, unseen } from '../showing.ts';
import { surveyEnd, surveyPage, type Typed } from './page.ts';

interface Ticket {
  readonly Params: { readonly survey: string; readonly ticket: string };
}

/** Reasons that end the visit, with the page that says so. */
const ENDS: Readonly<Record<string, { readonly status: number; readonly page: string }>> = {
  'surveys.answered': { status: 200, page: 'answered' },
  'surveys.not-open': { status: 410, page: 'closed' },
  'surveys.ticket-over': { status: 410, page: 'over' },
};

/**
 * A genuine ticket is counted by itself, because a hall full of people who answer at once may share one address; what is none
 * counts by its address.
 */
const asWhose = (ctx: StoreContext) => (request: FastifyRequest) => {
  const { survey = '', ticket = '' } = request.params as Partial<Ticket['Params']>;
  const who = readTicket(ctx, survey, ticket);
  return who === null
    ? addressOf(request)
    : `ticket ${ctx.sealer.hash(`counted ${survey} ${who}`).slice(0, 32)}`;
};

/** @param limit of the forms sent by one address */
export function surveyRoutes(app: FastifyInstance, ctx: StoreContext, limit: RateLimitOptions): void {
  const schema = { hide: true };
  const config = { rateLimit: { ...limit, keyGenerator: asWhose(ctx) } };

  app.get('/forms/survey/done', { schema }, async (request, reply) =>
    shown(reply, 200, surveyEnd('done', pageLanguage(request))),
  );

  app.get<Ticket>('/forms/survey/:survey/:ticket', { schema, config }, async (request, reply) => {
    const { survey: id, ticket } = request.params;
    const survey = await surveyOf(ctx, id);
    if (!survey || readTicket(ctx, id, ticket) === null) return ended(request, reply, 'surveys.ticket-over');
    if (survey.state !== 'published') return ended(request, reply, 'surveys.not-open');
    return asked(request, reply, 200, survey, {}, []);
  });

  app.post<Ticket>('/forms/survey/:survey/:ticket', { schema, config }, async (request, reply) => {
    const survey = await surveyOf(ctx, request.params.survey);
    if (!survey) return ended(request, reply, 'surveys.ticket-over');
    const { fields } = await readSent(request, { fields: limitsOf(survey) });
    const typed = typedIn(survey, fields);
    const given = { region: typed.region?.[0] ?? '', given: typed };
    const private_ = personalNumbers(survey, typed);
    const taken = private_.length > 0 ? null : await answerSurvey(ctx, survey, request.params.ticket, given);
    // By another address: a reload does not send the answers again.
    if (taken?.ok) return unseen(reply).redirect(`/forms/survey/done?lang=${pageLanguage(request)}`, 303);
    const reasons = taken ? taken.reasons : private_;
    const [first] = reasons;
    if (first && ENDS[first.code]) return ended(request, reply, first.code);
    return asked(request, reply, 422, survey, typed, reasons);
  });
}

function ended(request: FastifyRequest, reply: FastifyReply, code: string): FastifyReply {
  const { status, page } = ENDS[code] ?? { status: 410, page: 'over' };
  return shown(reply, status, surveyEnd(page, pageLanguage(request)));
}

function asked(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  survey: Survey,
  typed: Typed,
  trouble: readonly Reason[],
): FastifyReply {
  const language = pageLanguage(request);
  // To the same ticket, whatever it is.
  const inLanguage = (each: string) => `?lang=${isLanguage(each) ? each : language}`;
  return shown(reply, status, surveyPage({ survey, language, typed, trouble, inLanguage }));
}

const limitsOf = ({ questions }: Survey): Readonly<Record<string, number>> => ({
  region: 8,
  ...Object.fromEntries(
    questions.flatMap(({ id, kind, options }) =>
      kind === 'several'
        ? options.map((each) => [`q.${id}.${each.id}`, 64])
        : [[`q.${id}`, kind === 'text' ? LONGEST_TEXT : 64]],
    ),
  ),
});

const typedIn = ({ questions }: Survey, fields: Readonly<Record<string, string>>): Typed => ({
  ...Object.fromEntries(
    questions.map(({ id, kind, options }) => [
      id,
      (kind === 'several' ? options.map((each) => `q.${id}.${each.id}`) : [`q.${id}`]).flatMap(
        (name) => fields[name] || [],
      ),
    ]),
  ),
  region: [fields.region ?? ''],
});

/** Nobody's personal number belongs in an answer. */
const personalNumbers = ({ questions }: Survey, typed: Typed): readonly Reason[] =>
  questions
    .filter(({ id, kind }) => kind === 'text' && holdsSensitiveData(typed[id]?.[0] ?? ''))
    .map(({ id }) => ({ code: 'surveys.answer-personal', params: { question: id } }));
