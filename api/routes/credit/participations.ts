// Participations of students in projects, to read: how far each is with its hours.
import Type from 'typebox';
import { creditStates, participationsSeenBy } from '../../../engine/programmes/credit/programme.ts';
import { list } from '../factories/list.ts';
import { bin, civilDay, id, personRef, word } from '../parts.ts';

const participation = Type.Object({
  id: Type.String(),
  projectId: Type.String(),
  organisationId: Type.String(),
  student: personRef,
  target: Type.Integer({ description: 'Hours of the credit.' }),
  year: Type.Integer(),
  startedOn: civilDay,
  state: word(creditStates),
  confirmed: Type.Integer({ description: 'Confirmed minutes.' }),
});

export const participations = list({
  path: '/participations',
  operationId: 'listParticipations',
  tag: 'credit',
  summary: 'Participations in projects of the organisations that you may see',
  filters: {
    student: Type.Optional(id),
    organisation: Type.Optional(bin),
    state: Type.Optional(word(creditStates)),
  },
  item: participation,
  rows: participationsSeenBy,
  show: (row) => row,
});
