// Dated parameters: every figure of the programmes with its sources, and which value is in use on a day.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { localDate } from '../../engine/kernel/calendar.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { civilDay, closed, nullable, word } from './parts.ts';

const value = Type.Unknown({ description: 'A figure, yes or no, a list, or a table keyed by a fact.' });

const dated = Type.Object({
  from: civilDay,
  to: Type.Optional(civilDay),
  value,
  status: word(['inForce', 'expected', 'reported'], 'Reported values are shown and never used.'),
  source: Type.Object({ document: Type.String(), section: Type.String() }),
  note: Type.Optional(Type.String()),
});

const parameter = Type.Object({
  programme: Type.String(),
  name: Type.String(),
  unit: Type.String(),
  by: nullable(Type.String({ description: 'The fact that keys the table.' })),
  inUse: value,
  values: Type.Array(dated),
});

const schema = {
  operationId: 'listParameters',
  tags: ['rules'],
  summary: 'Dated parameters; `inUse` is the value on the day asked for, null where there is none',
  querystring: Type.Object(
    {
      programme: Type.Optional(Type.String({ maxLength: 40 })),
      on: Type.Optional(civilDay),
    },
    closed,
  ),
  response: { 200: Type.Object({ items: Type.Array(parameter) }) },
};

export const parameterRoutes =
  (engine: EngineContext): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/parameters', { schema }, async (request) => {
      const { rules } = engine;
      const { programme, on = localDate(engine.clock.now()) } = request.query;
      const all = new Set([...rules.sets, ...rules.catalogue.all].map((each) => each.programme));
      const wanted = [...all].filter((each) => programme === undefined || each === programme).sort();
      const items = wanted.flatMap((of) =>
        Object.entries(rules.parameters.ofProgramme(of)).map(([name, { unit, by, values }]) => ({
          programme: of,
          name,
          unit,
          by: by ?? null,
          inUse: rules.parameters.find(of, name, on)?.value ?? null,
          values,
        })),
      );
      return { items };
    });
  };
