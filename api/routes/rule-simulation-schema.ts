// What a simulation says: in all, by region, and examples.
import Type from 'typebox';
import { nullable, word } from './parts.ts';

const outcomes = Type.Object({ met: Type.Integer(), notMet: Type.Integer(), needsData: Type.Integer() });

const tally = Type.Object({
  total: Type.Integer(),
  before: outcomes,
  after: outcomes,
  gain: Type.Integer({ description: 'Become met.' }),
  lose: Type.Integer({ description: 'Cease to be met.' }),
  move: Type.Integer({ description: 'Whose percentage moves while the outcome stays.' }),
  meanMove: Type.Number({ description: 'Mean change of the percentage over everyone.' }),
});

const judged = Type.Object({
  outcome: word(['met', 'notMet', 'needsData']),
  percent: Type.Number(),
  reasons: Type.Array(
    Type.Object({ code: Type.String(), params: Type.Optional(Type.Record(Type.String(), Type.Unknown())) }),
  ),
});

const examples = Type.Array(
  Type.Object({ person: Type.String(), region: nullable(Type.String()), before: judged, after: judged }),
);

export const result = Type.Object({
  all: tally,
  regions: Type.Record(Type.String(), tally, {
    description: 'By region code; `none` for people of no region.',
  }),
  examples: Type.Object({ gain: examples, lose: examples, move: examples }),
});
