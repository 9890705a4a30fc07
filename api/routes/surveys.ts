// Surveys for operators: draft, publish, hand out links and tickets, close. What was answered: survey-results.ts.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toString as qrText } from 'qrcode';
import Type from 'typebox';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { closeSurvey, createSurvey, publishSurvey } from '../../engine/surveys/lifecycle.ts';
import { LINK_MARK } from '../../engine/surveys/respondent.ts';
import { surveySeenBy, surveysSeenBy, ticketsFor } from '../../engine/surveys/see.ts';
import { type Survey, surveyStates } from '../../engine/surveys/store.ts';
import { pageAnswer, pageQuery, pageRequest, pageSchema } from '../pagination.ts';
import { actorOf, commandOf, refuseOtherVersion, tagged, unwrap } from './asking.ts';
import { closed, idParams, iso, isoOrNull, word } from './parts.ts';
import { survey, wish } from './survey-schema.ts';

const tags = ['surveys'];
const one = { params: idParams, tags, response: { 200: survey } };
const listed = {
  ...{ operationId: 'listSurveys', tags, summary: 'Surveys, newest first (operators)' },
  querystring: Type.Object({ ...pageQuery, state: Type.Optional(word(surveyStates)) }, closed),
  response: { 200: pageSchema(survey) },
};
const created = {
  ...{ operationId: 'createSurvey', tags, summary: 'Draft a survey in all three languages (operators)' },
  ...{ body: wish, response: { 201: survey } },
};
const shown = { ...one, operationId: 'readSurvey', summary: 'One survey (operators)' };
const published = { ...one, operationId: 'publishSurvey', summary: 'Open a survey for answers (operators)' };
const ended = { ...one, operationId: 'closeSurvey', summary: 'Take no more answers (operators)' };
const coded = {
  ...{ operationId: 'surveyQrCode', tags, params: idParams },
  summary: "The survey's link as a QR code, SVG (operators)",
  response: {
    200: {
      description: 'The picture.',
      content: { 'image/svg+xml': { schema: Type.Unsafe<unknown>({ type: 'string' }) } },
    },
  },
};
const handedOut = {
  ...{ operationId: 'createSurveyTickets', tags, params: idParams },
  summary: 'One address for each attendee of an event, each good for one answer (operators)',
  body: Type.Object({ count: Type.Integer({ minimum: 1, maximum: 500 }) }, closed),
  response: { 201: Type.Object({ addresses: Type.Array(Type.String()) }) },
};

export const surveyResource =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    const answer = async (request: FastifyRequest, reply: FastifyReply, id: string) => {
      const found = await surveySeenBy(engine, actorOf(request), id);
      tagged(reply, found.v);
      return surveyShown(engine, found);
    };

    app.get('/surveys', { schema: listed }, async (request) => {
      const { limit, cursor, ...wanted } = request.query;
      const page = await surveysSeenBy(engine, actorOf(request), wanted, pageRequest({ limit, cursor }));
      return pageAnswer(page, (each) => surveyShown(engine, each));
    });

    app.post('/surveys', { schema: created }, async (request, reply) => {
      const { questions, anonymous = true, byRegion = false, minimum = 5, ...words } = request.body;
      const asked = questions.map(({ optional = false, options = [], from = null, to = null, ...each }) => ({
        ...{ ...each, optional, options, from, to },
      }));
      const wanted = { ...words, questions: asked, anonymous, byRegion, minimum };
      const id = unwrap(await createSurvey(engine, commandOf(request), wanted));
      reply.code(201);
      return answer(request, reply, id);
    });

    app.get('/surveys/:id', { schema: shown }, async (request, reply) =>
      answer(request, reply, request.params.id),
    );

    for (const [step, schema, use] of [
      ['publish', published, publishSurvey],
      ['close', ended, closeSurvey],
    ] as const)
      app.post(`/surveys/:id/${step}`, { schema }, async (request, reply) => {
        const { id } = request.params as { readonly id: string };
        refuseOtherVersion(request, (await surveySeenBy(engine, actorOf(request), id)).v);
        unwrap(await use(engine, commandOf(request), id));
        return answer(request, reply, id);
      });

    app.get('/surveys/:id/qr', { schema: coded }, async (request, reply) => {
      const found = await surveySeenBy(engine, actorOf(request), request.params.id);
      const svg = await qrText(linkOf(engine, found), { type: 'svg', errorCorrectionLevel: 'M' });
      return reply.type('image/svg+xml').send(svg);
    });

    app.post('/surveys/:id/tickets', { schema: handedOut }, async (request, reply) => {
      const { id } = request.params;
      const tickets = unwrap(await ticketsFor(engine, commandOf(request), id, request.body.count));
      reply.code(201).header('cache-control', 'no-store');
      return { addresses: tickets.map((each) => engine.links.page(`forms/survey/${id}/${each}`)) };
    });
  };

const linkOf = ({ links }: EngineContext, { _id }: Survey): string =>
  links.start('participant', `${LINK_MARK}${_id}`);

const surveyShown = (engine: EngineContext, found: Survey) => ({
  ...{ id: found._id, title: found.title, intro: found.intro, questions: [...found.questions] },
  ...{ anonymous: found.anonymous, byRegion: found.byRegion, minimum: found.minimum, state: found.state },
  link: found.state === 'draft' ? null : linkOf(engine, found),
  createdAt: iso(found.createdAt),
  publishedAt: isoOrNull(found.publishedAt),
  closedAt: isoOrNull(found.closedAt),
});
