// How drafts of rules and editions are shown, and what is sent to make and change them.
import Type from 'typebox';
import { draftStates } from '../../engine/editions/store.ts';
import { civilDay, closed, id, moment, nullable, visible, word } from './parts.ts';

const setId = Type.String({ minLength: 1, maxLength: 100 });
export const ofSet = Type.Object({ id: setId }, closed);
export const ofDraft = Type.Object({ id: setId, draft: id }, closed);
export const ofEdition = Type.Object({ id: setId, number: Type.Integer({ minimum: 0 }) }, closed);

const reason = Type.String({
  minLength: 3,
  maxLength: 2_000,
  ...visible,
  description: 'Why, for whoever approves.',
});
const step = nullable(Type.Object({ by: Type.String(), at: moment }));

const row = {
  id: Type.String(),
  set: Type.String(),
  base: Type.Integer({ description: "The programme's edition that it changes; 0 is the shipped one." }),
  from: nullable(civilDay),
  reason: nullable(Type.String()),
  state: word(draftStates),
  authors: Type.Array(Type.String(), {
    description: 'Whoever had a hand in the content: none of them approves it.',
  }),
  submitted: step,
  approved: step,
  published: step,
  edition: nullable(Type.Integer({ description: 'The edition that it became.' })),
  version: Type.Integer({ description: 'As in the ETag.' }),
  createdAt: moment,
};
export const draftRow = Type.Object(row);

const content = Type.Object(
  { set: Type.Unknown(), parameters: Type.Unknown(), cases: Type.Unknown() },
  {
    ...closed,
    description:
      'The rule set, the parameters of its programme, and the cases of every set of the programme by id.',
  },
);
export const draft = Type.Object({ ...row, content });

export const opening = Type.Object(
  { from: Type.Optional(civilDay), reason: Type.Optional(reason), content: Type.Optional(content) },
  {
    ...closed,
    description: 'Without content: as the edition in force has it. With content: an edition from elsewhere.',
  },
);

export const edit = Type.Object(
  {
    content: Type.Optional(
      Type.Object(
        {
          set: Type.Optional(Type.Unknown()),
          parameters: Type.Optional(Type.Unknown()),
          cases: Type.Optional(Type.Unknown()),
        },
        {
          ...closed,
          description:
            'A JSON Merge Patch (RFC 7396) of the content: null removes, a list replaces the whole list.',
        },
      ),
    ),
    from: Type.Optional(nullable(civilDay)),
    reason: Type.Optional(nullable(reason)),
  },
  closed,
);

export const rollback = Type.Object(
  {
    to: Type.Integer({ minimum: 0, description: 'The edition whose content is to hold again.' }),
    from: civilDay,
    reason: Type.Optional(reason),
  },
  closed,
);

export const edition = Type.Object({
  number: Type.Integer(),
  set: Type.String({ description: 'The set whose draft it was.' }),
  from: civilDay,
  reason: nullable(Type.String()),
  hash: Type.String({ description: 'SHA-256 of the content.' }),
  draft: Type.String(),
  authors: Type.Array(Type.String()),
  approvedBy: Type.String(),
  publishedBy: Type.String(),
  publishedAt: moment,
});

export const exported = Type.Object({ number: Type.Integer(), content });

export const findings = Type.Object({
  sound: Type.Boolean(),
  findings: Type.Array(
    Type.Object({
      file: Type.String({ description: '`draft`, or the file of another set that the draft would break.' }),
      code: Type.String(),
      pointer: Type.String({ description: 'JSON pointer into the content, or into that file.' }),
      value: Type.Unknown(),
      hint: Type.String(),
    }),
  ),
});

export const casesRun = Type.Object({
  passed: Type.Boolean(),
  cases: Type.Integer(),
  failures: Type.Array(
    Type.Object({ set: Type.String(), name: Type.String(), differences: Type.Array(Type.String()) }),
  ),
  untried: Type.Array(Type.String(), { description: 'Thresholds and dates that no case tries.' }),
});
