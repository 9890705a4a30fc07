// How many people would qualify as they stand: by the rules in force, and by a draft beside the edition that it changes.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { refuseOthers } from '../../engine/editions/drafts.ts';
import { soundOnly } from '../../engine/editions/faults.ts';
import { baseBookOf, bookOf, reviewedOf } from '../../engine/editions/reviewed.ts';
import { draftSeenBy } from '../../engine/editions/see.ts';
import { localDate } from '../../engine/kernel/calendar.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { countMet } from '../../engine/programmes/counting.ts';
import { countLive } from '../../engine/programmes/live-count.ts';
import { actorOf } from './asking.ts';
import { civilDay, closed, iso } from './parts.ts';
import { populationAsked } from './population.ts';
import { ofDraft, ofSet } from './rule-draft-schema.ts';

const figures = {
  on: Type.String({ description: 'The legal date by which everyone is judged.' }),
  total: Type.Integer({ description: 'Everyone whom the set would judge.' }),
  met: Type.Integer({ description: 'Who would meet it.' }),
};
const tags = ['rules'];
const now = {
  ...{ operationId: 'countQualifying', tags },
  summary: 'How many people would meet a rule set as they stand (operators)',
  ...{ params: ofSet, body: Type.Object({ on: Type.Optional(civilDay) }, closed) },
  response: { 200: Type.Object(figures) },
};
const byDraft = {
  ...{ operationId: 'countQualifyingByDraft', tags },
  summary: 'How many people would meet a draft as they stand, and the edition that it changes (operators)',
  ...{ params: ofDraft },
  response: {
    200: Type.Object({
      ...figures,
      before: Type.Integer({ description: 'Who would meet the edition that the draft changes.' }),
      asOf: Type.String({
        format: 'date-time',
        description: 'When the facts were read: at the first look at the draft, and anew after a minute.',
      }),
    }),
  },
};

export const ruleCountRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    const config = { pureRead: true };

    app.post('/rule-sets/:id/count', { schema: now, config }, async (request) => {
      refuseOthers(actorOf(request));
      const population = populationAsked(engine, request.params.id);
      const on = request.body.on ?? localDate(engine.clock.now());
      const { total, met } = await countMet(engine, [engine.rules], population, on);
      return { on, total, met: met[0] ?? 0 };
    });

    app.post('/rule-sets/:id/drafts/:draft/count', { schema: byDraft, config }, async (request) => {
      const { id, draft: which } = request.params;
      const draft = await draftSeenBy(engine, actorOf(request), id, which);
      const population = populationAsked(engine, id);
      const reviewed = soundOnly(await reviewedOf(engine, draft));
      const on = draft.from ?? localDate(engine.clock.now());
      const books = [bookOf(reviewed), baseBookOf(reviewed)];
      const { total, met, asOf } = await countLive(engine, which, books, population, on);
      return { on, total, met: met[0] ?? 0, before: met[1] ?? 0, asOf: iso(asOf) };
    });
  };
