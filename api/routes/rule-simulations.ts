// Simulating a draft on everyone there is: started, followed while it runs, cancelled; for operators. Nothing is written.
import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { reviewedOf } from '../../engine/editions/reviewed.ts';
import { draftSeenBy } from '../../engine/editions/see.ts';
import {
  cancelSimulation,
  type RuleSimulation,
  simulationOf,
  simulationStates,
  startSimulation,
} from '../../engine/editions/simulations.ts';
import { localDate } from '../../engine/kernel/calendar.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { actorOf, commandOf } from './asking.ts';
import { closed, id, iso, moment, nullable, word } from './parts.ts';
import { populationAsked } from './population.ts';
import { ofDraft } from './rule-draft-schema.ts';
import { simulationEvents } from './rule-simulation-events.ts';
import { result } from './rule-simulation-schema.ts';

const simulation = Type.Object({
  id: Type.String(),
  draft: Type.String(),
  version: Type.Integer({ description: 'The version of the draft that is simulated.' }),
  on: Type.String({
    description: 'The legal date by which everyone is judged: the day of the draft, or today.',
  }),
  state: word(simulationStates),
  judged: Type.Integer({ description: 'People judged so far.' }),
  startedAt: moment,
  result: nullable(result),
});

const tags = ['rules'];
const started = {
  ...{ operationId: 'simulateRuleDraft', tags },
  summary: 'Judge everyone there is by a draft and by the edition it changes; answers at once (operators)',
  ...{ params: ofDraft, response: { 202: simulation } },
};
const ofSimulation = Type.Object({ ...ofDraft.properties, simulation: id }, closed);
const followed = {
  ...{ operationId: 'readRuleSimulation', tags },
  summary: 'How far a simulation has come; who gains, who loses, whose percentage moves (operators)',
  ...{ params: ofSimulation, response: { 200: simulation } },
};
const streamed = {
  ...{ operationId: 'watchRuleSimulation', tags, params: ofSimulation },
  summary:
    'A simulation as it comes along: `progress` events, and last `done`, `cancelled` or `failed` (operators)',
  response: {
    200: {
      description: 'Server-sent events; `data` is `{ "judged": … }`, and last the simulation.',
      content: { 'text/event-stream': { schema: Type.Unsafe<unknown>({ type: 'string' }) } },
    },
  },
};
const cancelled = {
  ...{ operationId: 'cancelRuleSimulation', tags, summary: 'Stop a simulation (operators)' },
  ...{ params: ofSimulation, response: { 200: simulation } },
};

export const ruleSimulationRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    const shown = async (draft: string, which: string) =>
      simulationRow(await simulationOf(engine, draft, which));
    let closing = false;
    app.addHook('preClose', async () => {
      closing = true;
    });
    const seen = (request: FastifyRequest, set: string, draft: string) =>
      draftSeenBy(engine, actorOf(request), set, draft);

    app.post('/rule-sets/:id/drafts/:draft/simulate', { schema: started }, async (request, reply) => {
      const { id: set, draft: which } = request.params;
      const draft = await seen(request, set, which);
      const population = populationAsked(engine, set);
      const on = draft.from ?? localDate(engine.clock.now());
      const made = await startSimulation(engine, commandOf(request), {
        ...{ draft: which, version: draft.v, on, reviewed: await reviewedOf(engine, draft) },
        subjects: population.subjects(engine, on),
        failed: (error) => request.log.error({ err: error }, 'a simulation failed'),
      });
      reply.code(202);
      return shown(which, made);
    });

    app.get('/rule-sets/:id/drafts/:draft/simulations/:simulation', { schema: followed }, async (request) => {
      const { id: set, draft, simulation: which } = request.params;
      await seen(request, set, draft);
      return shown(draft, which);
    });

    const eventsUrl = '/rule-sets/:id/drafts/:draft/simulations/:simulation/events';
    app.get(eventsUrl, { schema: streamed }, async (request, reply) => {
      const { id: set, draft, simulation: which } = request.params;
      await seen(request, set, draft);
      const look = () => simulationOf(engine, draft, which);
      await look();
      const events = simulationEvents({ look, shown: simulationRow, isOver: () => closing });
      return reply
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .type('text/event-stream; charset=utf-8')
        .send(Readable.from(events));
    });

    const cancelUrl = '/rule-sets/:id/drafts/:draft/simulations/:simulation/cancel';
    app.post(cancelUrl, { schema: cancelled }, async (request) => {
      const { id: set, draft, simulation: which } = request.params;
      await seen(request, set, draft);
      await cancelSimulation(engine, commandOf(request), draft, which);
      return shown(draft, which);
    });
  };

const simulationRow = ({
  _id,
  draft,
  version,
  on,
  state,
  judged,
  startedAt,
  result: found,
}: RuleSimulation) => ({
  ...{ id: _id, draft, version, on, state, judged, startedAt: iso(startedAt) },
  result: found as Static<typeof result> | null,
});
