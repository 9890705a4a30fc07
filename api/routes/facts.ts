// The catalogue of facts that rules may name, with types and bounds.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { closed, word } from './parts.ts';

const fact = Type.Object({
  name: Type.String(),
  programme: Type.String(),
  type: word(['int', 'number', 'bool', 'choice', 'list']),
  unit: Type.Optional(Type.String()),
  min: Type.Optional(Type.Number()),
  max: Type.Optional(Type.Number()),
  values: Type.Optional(Type.Array(Type.Union([Type.Number(), Type.String()]))),
  default: Type.Optional(
    Type.Union([Type.Number(), Type.Boolean(), Type.String(), Type.Array(Type.String())], {
      description: 'What holds where the fact is not given: it is never missing.',
    }),
  ),
  note: Type.Optional(Type.String()),
});

const schema = {
  operationId: 'listFacts',
  tags: ['rules'],
  summary: 'The facts that rules may name',
  querystring: Type.Object({ programme: Type.Optional(Type.String({ maxLength: 40 })) }, closed),
  response: { 200: Type.Object({ items: Type.Array(fact) }) },
};

export const factRoutes =
  ({ rules }: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/facts', { schema }, async (request) => {
      const { programme } = request.query;
      const found = rules.catalogue.all.filter(
        (each) => programme === undefined || each.programme === programme,
      );
      return {
        items: found.map(({ name, programme: of, definition }) => ({ name, programme: of, ...definition })),
      };
    });
  };
