// What supervision keeps: a card for each member of staff, the logs they write, and letters between the roles.
import Type from 'typebox';
import { textIndex } from '../../../store/indexes.ts';
import { collection, Instant, nullable, oneOf } from '../../../store/model.ts';
import { outboxIndex, owned } from '../../../store/owned.ts';

/** `_id` is the person: their own page, and for a mentor whose expert supervises them. */
export const staffCards = collection(
  'badge_staff',
  owned({
    photo: nullable(Type.String()),
    about: Type.String(),
    achievements: Type.String(),
    contact: Type.String(),
    /** Ids of kept files: identity card, diploma, certificates. */
    scans: Type.Array(Type.String()),
    /** The expert to whom a mentor is assigned. */
    expert: nullable(Type.String()),
    /** Who acts for a mentor while they are away, besides whom the chain names. */
    standIn: nullable(
      Type.Object({ person: Type.String(), by: Type.String(), since: Instant, until: Instant }),
    ),
  }),
  [outboxIndex, textIndex('expert'), textIndex('standIn.person')],
);
export type StaffCard = ReturnType<typeof staffCards.check>;

/** About whom a log is: oneself (a journal), a participation, a mentor, an expert. */
export const logSubjects = ['own', 'participation', 'mentor', 'expert'] as const;
export type LogSubject = (typeof logSubjects)[number];

/** An entry of a journal or log of the staff. Written once; nobody changes it, not even its author. */
export const logs = collection(
  'badge_logs',
  owned({
    author: Type.String(),
    about: oneOf(logSubjects),
    /** A participation's id, or a person's. */
    subject: Type.String(),
    text: Type.String(),
    media: Type.Array(Type.String()),
    at: Instant,
  }),
  [outboxIndex, { fields: { author: 1, at: -1 } }, { fields: { subject: 1, author: 1, at: -1 } }],
);
export type Log = ReturnType<typeof logs.check>;

/**
 * `final-note`: the mentor's, on a participant, when the programme ends; `conclusion`: the expert's on a problem, both to
 * the regional coordinator; `letter`: the coordinator's to the operator.
 */
export const letterKinds = ['final-note', 'conclusion', 'letter'] as const;
export type LetterKind = (typeof letterKinds)[number];

export const letters = collection(
  'badge_letters',
  owned({
    kind: oneOf(letterKinds),
    from: Type.String(),
    /** Whose coordinator it goes to, or comes from. */
    region: Type.String(),
    /** A participation's or a mentor's id; null for a letter. */
    subject: nullable(Type.String()),
    text: Type.String(),
    /** What is recommended; of a final note. */
    recommendation: nullable(Type.String()),
    media: Type.Array(Type.String()),
    at: Instant,
  }),
  [
    outboxIndex,
    { fields: { kind: 1, region: 1, at: -1 } },
    { fields: { from: 1, at: -1 } },
    { fields: { subject: 1, at: -1 } },
  ],
);
export type Letter = ReturnType<typeof letters.check>;
