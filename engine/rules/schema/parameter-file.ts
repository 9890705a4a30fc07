// The shape of `rules/<programme>/params.json`: every figure of a programme once, by the day from which it holds.
import Type, { type Static } from 'typebox';
import { civilDate, closed, FACT_NAME, PARAMETER_NAME, scalarSchema, sourceSchema } from './parts.ts';

export const statusSchema = Type.Union(
  [Type.Literal('inForce'), Type.Literal('expected'), Type.Literal('reported')],
  {
    description:
      'inForce: confirmed. expected: announced for a coming date, used from it. reported: known from elsewhere, shown, never used.',
  },
);

const valueSchema = Type.Union(
  [
    scalarSchema,
    Type.Array(scalarSchema, { minItems: 1 }),
    Type.Record(Type.String({ pattern: '^[A-Za-z0-9-]+$' }), scalarSchema, { ...closed, minProperties: 1 }),
  ],
  { description: 'A scalar, a list, or, with `by`, a table keyed by the values of a fact.' },
);

export const parameterSchema = Type.Object(
  {
    unit: Type.String({ minLength: 1 }),
    by: Type.Optional(Type.String({ pattern: FACT_NAME, description: 'The fact that keys the table.' })),
    readBy: Type.Optional(
      Type.Literal('programme', {
        description: 'The programme itself reads it, besides any condition: it cannot be taken out.',
      }),
    ),
    values: Type.Array(
      Type.Object(
        {
          from: civilDate,
          to: Type.Optional(civilDate),
          value: valueSchema,
          status: statusSchema,
          source: sourceSchema,
          note: Type.Optional(Type.String({ minLength: 1 })),
        },
        closed,
      ),
      { minItems: 1 },
    ),
  },
  closed,
);

export const parameterFileSchema = Type.Record(Type.String({ pattern: PARAMETER_NAME }), parameterSchema, {
  ...closed,
  title: 'Parameters of a programme',
});

export type ParameterStatus = Static<typeof statusSchema>;
export type ParameterValue = Static<typeof valueSchema>;
export type ParameterDefinition = Static<typeof parameterSchema>;
export type DatedValue = ParameterDefinition['values'][number];
export type ParameterFile = Static<typeof parameterFileSchema>;
