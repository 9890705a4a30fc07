// How rule sets are shown, and what is asked of one when it is evaluated.
import Type from 'typebox';
import { civilDay, closed, nullable } from './parts.ts';

const source = Type.Object({ document: Type.String(), section: Type.String() });

export const ruleSetVersion = Type.Object({
  name: Type.String(),
  from: civilDay,
  to: nullable(civilDay),
  source,
  requirements: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String({ description: 'What is required, in the language of the answer.' }),
      text: Type.String({ description: 'Key of the title.' }),
      group: Type.String(),
      gate: Type.Boolean({ description: 'Must hold, but does not count towards the percentage.' }),
      when: Type.Optional(
        Type.Unknown({ description: 'To whom it applies, in the same form; to everybody where absent.' }),
      ),
      conditions: Type.Unknown({ description: "Conditions in json-rules-engine's form." }),
    }),
  ),
  grants: Type.Array(Type.Object({ param: Type.String(), by: Type.Optional(Type.String()) })),
});

const summary = {
  id: Type.String(),
  programme: Type.String(),
  title: Type.String({ description: 'In the language of the answer.' }),
  kind: Type.String(),
};

export const ruleSetRow = Type.Object({
  ...summary,
  versions: Type.Array(Type.Object({ name: Type.String(), from: civilDay, to: nullable(civilDay) })),
});

export const ruleSet = Type.Object({ ...summary, versions: Type.Array(ruleSetVersion) });

export const params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) }, closed);

export const question = Type.Object(
  {
    on: civilDay,
    facts: Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), {
      maxProperties: 200,
      description: 'Values by fact name; what is missing is named in the answer.',
    }),
  },
  closed,
);
