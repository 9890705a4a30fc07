// The fixed JSON form of an evaluation, as `npm run rules -- evaluate` prints it, too.
import Type from 'typebox';
import { word } from './parts.ts';

const measure = Type.Union([Type.Number(), Type.Boolean(), Type.String()]);

/** A figure, yes or no, a word, a list or a table of them. */
const value = Type.Unknown();

/** What an evaluation and a receipt of a decision share. */
export const evaluationFields = {
  set: Type.String(),
  version: Type.String(),
  outcome: word(['met', 'notMet', 'needsData']),
  percent: Type.Number({ description: '0–100.' }),
  requirements: Type.Array(
    Type.Object({
      id: Type.String(),
      group: Type.String(),
      met: Type.Boolean(),
      have: measure,
      need: measure,
      percent: Type.Number(),
    }),
  ),
  parameters: Type.Record(Type.String(), value),
  notApplicable: Type.Optional(
    Type.Array(Type.String({ description: 'A requirement that does not apply: nothing counts it.' })),
  ),
  missing: Type.Array(Type.String({ description: 'A fact without which nothing can be said.' })),
};

export const evaluationSchema = Type.Object({
  ...evaluationFields,
  reasons: Type.Array(Type.String({ description: 'Reason code.' })),
});
