// The shape of `rules/<programme>/facts.json`: the catalogue that types every fact a programme's rules may name.
import Type, { type Static } from 'typebox';
import { closed, FACT_NAME } from './parts.ts';

const unit = Type.Optional(Type.String({ minLength: 1 }));
const DEFAULT = 'What holds where nobody gives the fact: it is never missing.';
const note = Type.Optional(Type.String({ minLength: 1 }));

const numericFact = Type.Object(
  {
    type: Type.Union([Type.Literal('int'), Type.Literal('number')]),
    unit,
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    values: Type.Optional(
      Type.Array(Type.Number(), { minItems: 1, description: 'The only values allowed.' }),
    ),
    default: Type.Optional(Type.Number({ description: DEFAULT })),
    note,
  },
  closed,
);

const booleanFact = Type.Object(
  {
    type: Type.Literal('bool'),
    default: Type.Optional(Type.Boolean({ description: DEFAULT })),
    note,
  },
  closed,
);

const namedFact = Type.Object(
  {
    type: Type.Union([Type.Literal('choice'), Type.Literal('list')], {
      description: 'choice: one of `values`. list: any number of them.',
    }),
    unit,
    values: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    default: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())], { description: DEFAULT })),
    note,
  },
  closed,
);

export const factDefinitionSchema = Type.Union([numericFact, booleanFact, namedFact]);

export const factFileSchema = Type.Record(Type.String({ pattern: FACT_NAME }), factDefinitionSchema, {
  ...closed,
  title: 'Fact catalogue of a programme',
});

export type FactDefinition = Static<typeof factDefinitionSchema>;
export type FactType = FactDefinition['type'];
export type FactFile = Static<typeof factFileSchema>;
