// What the routes of the grant programme answer with.
import Type from 'typebox';
import {
  activityStates,
  evidenceKinds,
  evidenceStates,
  impactLines,
  impactUnits,
  sections,
  signatories,
  units,
  versionStates,
} from '../../../engine/programmes/grant/programme.ts';
import { civilDay, id, moment, nullable, personRef, word } from '../parts.ts';

/** Words in the languages in which they were written. */
export const words = Type.Object({
  kk: Type.Optional(Type.String()),
  ru: Type.Optional(Type.String()),
  en: Type.Optional(Type.String()),
});

const percent = Type.Integer({ minimum: 0, maximum: 100 });

export const projectRow = Type.Object({
  id,
  theme: nullable(words),
  grantee: nullable(words),
  from: nullable(civilDay),
  to: nullable(civilDay),
  lead: Type.String({ description: 'Person id.' }),
  manager: nullable(Type.String({ description: 'Person id of the grantor’s chief manager.' })),
  versions: Type.Integer({ description: 'How many versions of the plan were sent.' }),
  inForce: nullable(Type.Integer({ description: 'The version in force.' })),
  createdAt: moment,
});

const part = Type.Object({
  unit: word(units),
  value: Type.Integer(),
  per: nullable(Type.String()),
  have: Type.Integer(),
  need: nullable(Type.Integer()),
  missing: nullable(Type.String({ description: 'What has to be known before it can be counted.' })),
  gaps: Type.Array(Type.String({ description: 'Days or months that lack something.' })),
});

const indicator = Type.Object({
  id,
  name: words,
  plan: words,
  percent,
  done: Type.Boolean(),
  parts: Type.Array(part),
});

const activity = Type.Object({
  ...{ id, title: words, place: nullable(words), from: nullable(civilDay), to: nullable(civilDay) },
  ...{ state: word(activityStates), percent, done: Type.Boolean(), indicators: Type.Array(indicator) },
});

const task = Type.Object({
  ...{ id, section: word(sections), title: words, percent, done: Type.Boolean() },
  activities: Type.Array(activity),
});

const version = Type.Object({
  ...{ no: Type.Integer(), state: word(versionStates), hash: Type.String(), sentAt: moment },
  inForceAt: nullable(moment),
  signatures: Type.Array(
    Type.Object({ as: word(signatories), by: personRef, acting: Type.Boolean(), at: moment }),
  ),
});

export const projectCard = Type.Object({
  ...projectRow.properties,
  percent,
  late: Type.Array(
    Type.String({ description: 'Activities whose term is over and whose plan is not reached.' }),
  ),
  termsMet: Type.Boolean(),
  tasks: Type.Array(task),
  results: Type.Array(
    Type.Object({
      no: Type.Integer(),
      words,
      percent,
      done: Type.Boolean(),
      carriedBy: Type.Array(Type.String()),
    }),
  ),
  impact: Type.Array(
    Type.Object({
      ...{ line: word(impactLines), name: words, unit: word(impactUnits) },
      ...{ plan: nullable(Type.Integer()), fact: nullable(Type.Integer()), told: nullable(Type.Integer()) },
    }),
  ),
  money: nullable(Type.Object({ planned: Type.Integer(), spent: Type.Integer(), left: Type.Integer() })),
  team: Type.Array(
    Type.Object({
      ...{ employment: Type.String(), position: words, duties: words, share: nullable(Type.Integer()) },
      name: nullable(Type.String({ description: 'Seen by the team and the grantor only.' })),
      contact: nullable(Type.String()),
    }),
  ),
  history: Type.Array(version),
});

export const evidenceRow = Type.Object({
  ...{ id, project: id, activity: id, unit: word(units), kind: word(evidenceKinds) },
  indicators: Type.Array(
    Type.String({ description: 'The first is what it was sent for; the others share it.' }),
  ),
  files: Type.Integer(),
  link: nullable(Type.Object({ url: Type.String(), network: Type.String() })),
  quantity: Type.Integer(),
  people: nullable(Type.Integer()),
  answered: nullable(Type.Integer({ description: 'Of a survey.' })),
  date: civilDay,
  place: nullable(Type.String()),
  state: word(evidenceStates),
  sentAt: moment,
  accepted: nullable(Type.Integer()),
  comment: nullable(Type.String()),
  decidedAt: nullable(moment),
});
