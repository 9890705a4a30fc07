// Pieces that the schemas of all rule files share. Only schemas here: no reading, no checking.
import Type, { type Static } from 'typebox';

export const closed = { additionalProperties: false } as const;

export const PARAMETER_NAME = '^[a-z][A-Za-z0-9]*$';
export const FACT_NAME = '^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*$';
export const CODE = '^[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)+$';

export const civilDate = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: 'A civil date, YYYY-MM-DD. `from` is the first day, `to` the last one.',
});

export const sourceSchema = Type.Object(
  {
    document: Type.String({ minLength: 1, description: 'Name of the source document, without its folder.' }),
    section: Type.String({ minLength: 1, description: 'Where in the document.' }),
  },
  { ...closed, description: 'Where a figure or a rule comes from.' },
);

export type Source = Static<typeof sourceSchema>;

export const scalarSchema = Type.Union([Type.Number(), Type.Boolean(), Type.String({ minLength: 1 })]);
export type Scalar = Static<typeof scalarSchema>;
