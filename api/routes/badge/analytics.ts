// What each role is promised to see: counts, percentages by direction, ratings by level and by region.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { analyticsFor, levels } from '../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { actorOf } from '../asking.ts';
import { nullable, word } from '../parts.ts';

const rating = nullable(Type.Number({ description: 'Mean of the level ratings, to one decimal.' }));

const answer = Type.Object({
  role: Type.String({ description: 'By which of your roles it is seen.' }),
  participants: Type.Integer(),
  directions: Type.Record(Type.String(), Type.Number(), { description: 'Mean percentage by direction.' }),
  levels: Type.Array(Type.Object({ level: word(levels), participants: Type.Integer(), rating })),
  mentors: Type.Optional(Type.Integer()),
  experts: Type.Optional(Type.Integer()),
  coordinators: Type.Optional(
    Type.Array(Type.Object({ id: Type.String(), name: Type.String(), regions: Type.Array(Type.String()) })),
  ),
  regions: Type.Optional(
    Type.Array(Type.Object({ region: Type.String(), participants: Type.Integer(), rating })),
  ),
});

const schema = {
  ...{ operationId: 'readBadgeAnalytics', tags: ['badge'], response: { 200: answer } },
  summary: 'Figures of those under your eye (mentors, experts, coordinators, operators)',
};

export const analytics =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/analytics',
      { schema },
      async (request) => (await analyticsFor(engine, actorOf(request))) as never,
    );
  };
