// The shape of `rules/<programme>/<set>.cases.yaml`: tests of a rule set as data, run by one runner.
import Type, { type Static } from 'typebox';
import { CODE, civilDate, closed, FACT_NAME, PARAMETER_NAME, scalarSchema } from './parts.ts';

const factValue = Type.Union([scalarSchema, Type.Array(Type.String())]);

const expectationSchema = Type.Object(
  {
    outcome: Type.Union([
      Type.Literal('met'),
      Type.Literal('notMet'),
      Type.Literal('needsData'),
      Type.Literal('noVersion', { description: 'No version is in force on that day.' }),
    ]),
    reasons: Type.Optional(Type.Array(Type.String({ pattern: CODE }))),
    percent: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
    missing: Type.Optional(Type.Array(Type.String({ pattern: FACT_NAME }))),
    parameters: Type.Optional(
      Type.Record(Type.String({ pattern: PARAMETER_NAME }), scalarSchema, {
        ...closed,
        description: 'The parameters that item to the case; others are not compared.',
      }),
    ),
  },
  closed,
);

export const caseFileSchema = Type.Array(
  Type.Object(
    {
      name: Type.String({ minLength: 1 }),
      on: civilDate,
      facts: Type.Record(Type.String({ pattern: FACT_NAME }), factValue, closed),
      expect: expectationSchema,
    },
    closed,
  ),
  { minItems: 1, title: 'Cases of a rule set' },
);

export type CaseFile = Static<typeof caseFileSchema>;
export type RuleCase = CaseFile[number];
export type Expectation = RuleCase['expect'];
