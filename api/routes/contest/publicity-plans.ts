// Plans of publicity for winners: seen, added to and ticked off by the Holding; operators look on.
import Type from 'typebox';
import {
  channels,
  planPublicity,
  planSeenBy,
  plansSeenBy,
  reportPlanned,
  type WinnerPlan,
} from '../../../engine/programmes/contest/programme.ts';
import { actorOf } from '../asking.ts';
import { decision } from '../factories/decision.ts';
import { described, type Routes, together } from '../factories/route.ts';
import { civilDay, closed, id, nullable, regionCode, visible, word } from '../parts.ts';
import { editionId } from './parts.ts';

const tag = 'contest';
const item = Type.Object({
  ...{ id: Type.String(), channel: word(channels), where: Type.String(), day: civilDay },
  publication: nullable(Type.String({ description: 'What came of it: id of the publication.' })),
});
const plan = Type.Object({
  ...{ nomination: Type.String(), region: regionCode, isEmpty: Type.Boolean() },
  items: Type.Array(item),
});
const planOf = ({ nomination, region, isEmpty, items }: WinnerPlan) => ({
  ...{ nomination, region, isEmpty, items: [...items] },
});

const all: Routes = (engine) => async (app) => {
  const schema = {
    ...described({
      ...{ operationId: 'listContestPublicityPlans', tag },
      summary: 'The plan of each winner (the Holding, operators)',
    }),
    querystring: Type.Object({ edition: editionId }, closed),
    response: { 200: Type.Object({ items: Type.Array(plan) }) },
  };
  app.get('/publicity-plans', { schema }, async (request) => ({
    items: (await plansSeenBy(engine, actorOf(request), request.query.edition)).map(planOf),
  }));
};

const shared = {
  ...{ path: '/publicity-plans', tag, answer: plan },
  see: async (...[engine, actor, of]: Parameters<typeof planSeenBy>) =>
    (await planSeenBy(engine, actor, of)).version,
  show: async (...[engine, actor, of]: Parameters<typeof planSeenBy>) =>
    planOf(await planSeenBy(engine, actor, of)),
};

export const publicityPlans = together(
  all,
  decision({
    ...shared,
    ...{ verb: 'items', operationId: 'planContestPublicity' },
    summary: 'Plan where and when a winner is told of (the Holding)',
    body: Type.Object(
      {
        channel: word(channels),
        where: Type.String({ minLength: 3, maxLength: 200, ...visible }),
        day: civilDay,
      },
      closed,
    ),
    decide: (engine, command, nomination, body) => planPublicity(engine, command, { ...body, nomination }),
  }),
  decision({
    ...shared,
    ...{ verb: 'report', operationId: 'reportContestPublicity' },
    summary:
      'A planned item came about: recorded by its address as a publication about the winner (the Holding)',
    body: Type.Object(
      { item: id, link: Type.String({ minLength: 8, maxLength: 1_000 }), publishedOn: civilDay },
      closed,
    ),
    decide: (engine, command, nomination, body) =>
      reportPlanned(engine, command, { ...body, nomination, pictures: [] }),
  }),
);
