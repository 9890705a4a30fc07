// Interviews of students at organisations, to read: they are booked and decided in the chats.
import Type from 'typebox';
import { interviewStates, interviewsSeenBy } from '../../../engine/programmes/credit/programme.ts';
import { list } from '../factories/list.ts';
import { bin, id, iso, isoOrNull, moment, nullable, personRef, word } from '../parts.ts';

const interview = Type.Object({
  id: Type.String(),
  projectId: Type.String(),
  organisationId: Type.String(),
  student: personRef,
  startsAt: moment,
  state: word(interviewStates),
  bookedAt: moment,
  answerBy: nullable(moment),
  reason: nullable(Type.String()),
});

export const interviews = list({
  path: '/interviews',
  operationId: 'listInterviews',
  tag: 'credit',
  summary: 'Interviews at the organisations that you may see',
  filters: {
    student: Type.Optional(id),
    organisation: Type.Optional(bin),
    state: Type.Optional(word(interviewStates)),
  },
  item: interview,
  rows: interviewsSeenBy,
  show: (row) => ({
    ...row,
    startsAt: iso(row.startsAt),
    bookedAt: iso(row.bookedAt),
    answerBy: isoOrNull(row.answerBy),
  }),
});
