// The shape of `rules/<programme>/<set>.json`: dated versions of requirements in json-rules-engine's condition form.
// `when` says to whom a requirement applies: for others neither verdict nor percentage counts it.
// `outline` leaves conditions open: the loader walks them itself, to say exactly what is wrong and how to fix it.
import Type, { type Static, type TSchema } from 'typebox';
import { CODE, civilDate, closed, FACT_NAME, PARAMETER_NAME, sourceSchema } from './parts.ts';

const parameterReference = Type.Object(
  {
    param: Type.String({ pattern: PARAMETER_NAME }),
    by: Type.Optional(
      Type.String({ pattern: FACT_NAME, description: "Required for a table: the table's fact." }),
    ),
  },
  closed,
);

const leafSchema = Type.Object(
  {
    fact: Type.String({ description: 'A fact of the catalogue, or `param:<name>` for a yes/no parameter.' }),
    params: Type.Optional(
      Type.Object(
        { plus: Type.Array(Type.String({ pattern: FACT_NAME }), { minItems: 1 }) },
        { ...closed, description: 'Facts of the same unit that are added before comparing.' },
      ),
    ),
    operator: Type.String({ minLength: 1 }),
    value: Type.Union(
      [
        parameterReference,
        Type.Object({ fact: Type.String({ pattern: FACT_NAME }) }, closed),
        Type.Boolean(),
        Type.String({ minLength: 1 }),
      ],
      {
        description:
          'A parameter, another fact, yes/no, or a value of a choice or list. Never a bare figure.',
      },
    ),
    name: Type.String({ pattern: CODE, description: 'The reason code when this does not hold.' }),
  },
  closed,
);

const children = Type.Array(Type.Ref('Condition'), { minItems: 1 });
const groupName = Type.Optional(
  Type.String({
    pattern: CODE,
    description: "One reason for the whole group, in place of its parts' reasons.",
  }),
);

const groupSchema = Type.Union([
  Type.Object({ all: children, name: groupName }, closed),
  Type.Object({ any: children, name: groupName }, closed),
]);

const requirementOf = <C extends TSchema>(conditions: C) =>
  Type.Object(
    {
      id: Type.String({ pattern: '^[a-z][A-Za-z0-9-]*$' }),
      text: Type.String({ pattern: '^rules:requirement\\.', description: 'Text key of what is required.' }),
      group: Type.Optional(
        Type.String({
          minLength: 1,
          description: 'Weight group; the id where absent. Groups weigh the same.',
        }),
      ),
      gate: Type.Optional(
        Type.Boolean({
          description: 'A gate must hold but does not count towards the percentage of the set.',
        }),
      ),
      when: Type.Optional(conditions),
      conditions,
    },
    closed,
  );

const requirementSchema = Type.Cyclic(
  {
    Group: groupSchema,
    Condition: Type.Union([Type.Ref('Group'), leafSchema]),
    Requirement: requirementOf(Type.Ref('Group')),
  },
  'Requirement',
);

const versionSchema = <R extends TSchema>(requirement: R) =>
  Type.Object(
    {
      name: Type.Optional(Type.String({ minLength: 1, description: 'The `from` date where absent.' })),
      from: civilDate,
      to: Type.Optional(civilDate),
      source: sourceSchema,
      requirements: Type.Array(requirement, { minItems: 1 }),
      grants: Type.Optional(
        Type.Array(parameterReference, { description: 'Parameters that the outcome names: what is due.' }),
      ),
    },
    closed,
  );

const setSchema = <R extends TSchema>(requirement: R) =>
  Type.Object(
    {
      id: Type.String({ pattern: '^[a-z]+\\.[a-z]+(-[a-z]+)*$' }),
      programme: Type.String({ pattern: '^[a-z]+$' }),
      title: Type.String({ pattern: '^rules:set\\.' }),
      kind: Type.Union([
        Type.Literal('eligibility'),
        Type.Literal('completion'),
        Type.Literal('level'),
        Type.Literal('status'),
      ]),
      versions: Type.Array(versionSchema(requirement), { minItems: 1 }),
    },
    { ...closed, title: 'Rule set' },
  );

export const ruleSetFileSchema = setSchema(requirementSchema);
export const ruleSetOutlineSchema = setSchema(requirementOf(Type.Unknown()));

export type RuleSetFile = Static<typeof ruleSetFileSchema>;
export type VersionDefinition = RuleSetFile['versions'][number];
export type RequirementDefinition = VersionDefinition['requirements'][number];
export type GroupDefinition = RequirementDefinition['conditions'];
export type LeafDefinition = Static<typeof leafSchema>;
export type ConditionDefinition = GroupDefinition | LeafDefinition;
export type ParameterReference = Static<typeof parameterReference>;
