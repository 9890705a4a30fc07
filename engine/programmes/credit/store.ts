// The owner documents of the credit programme. Everything of one student — interviews, participations, hours,
// reports — is one document, so that its limits are kept by one write.
import Type, { type Static } from 'typebox';
import { collection, Instant, Json, nullable, oneOf } from '../../store/model.ts';
import { outboxIndex, owned } from '../../store/owned.ts';
import {
  creditStates,
  directions,
  entryStates,
  interviewStates,
  payoutStates,
  projectStates,
  recreditStates,
} from './states.ts';

const Slot = Type.Object({ id: Type.String(), startsAt: Instant, capacity: Type.Integer({ minimum: 1 }) });

export const projects = collection(
  'credit_projects',
  owned({
    organisationId: Type.String(),
    title: Type.String(),
    searchTitle: Type.String(),
    description: Type.String(),
    direction: oneOf(directions),
    region: Type.String(),
    address: Type.String(),
    /** Civil dates, both included. */
    from: Type.String(),
    to: Type.String(),
    places: Type.Integer({ minimum: 1 }),
    slots: Type.Array(Slot),
    state: oneOf(projectStates),
    createdBy: Type.String(),
    createdAt: Instant,
  }),
  [
    outboxIndex,
    { fields: { state: 1, direction: 1, region: 1 } },
    { fields: { from: 1, _id: 1 } },
    { fields: { organisationId: 1 } },
  ],
);
export type Project = ReturnType<typeof projects.check>;

const Interview = Type.Object({
  id: Type.String(),
  projectId: Type.String(),
  organisationId: Type.String(),
  slotId: Type.String(),
  startsAt: Instant,
  state: oneOf(interviewStates),
  bookedAt: Instant,
  /** Until when an invitation waits for its answer. */
  answerBy: nullable(Instant),
  /** Under which name it holds a place of the project: a new one for every attempt, so that a late helper of an
   * earlier attempt can never free the place of a later one. */
  placeHolder: nullable(Type.String()),
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(Instant),
  reason: nullable(Type.String()),
});
export type Interview = Static<typeof Interview>;

const Entry = Type.Object({
  id: Type.String(),
  /** Civil date and time of the work. */
  date: Type.String(),
  start: Type.String(),
  minutes: Type.Integer({ minimum: 1 }),
  what: Type.String(),
  media: Type.Array(Type.String()),
  state: oneOf(entryStates),
  reportedAt: Instant,
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(Instant),
  reason: nullable(Type.String()),
  /** Id of the returned entry in whose place it was written. */
  corrects: Type.Optional(Type.String()),
});
export type Entry = Static<typeof Entry>;

const Report = Type.Object({
  text: Type.String(),
  media: Type.Array(Type.String()),
  sentAt: Instant,
  comment: nullable(Type.String()),
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(Instant),
});

const Credit = Type.Object({
  id: Type.String(),
  interviewId: Type.String(),
  projectId: Type.String(),
  organisationId: Type.String(),
  /** Hours: 20 or 50. */
  target: Type.Integer(),
  /** Calendar (financial) year that the hours count towards. */
  year: Type.Integer(),
  /** Civil date of acceptance: the legal date by which its rules are chosen. */
  startedOn: Type.String(),
  /** Civil date whose rules it is under since a migration; of its own beginning where absent. */
  rulesOn: Type.Optional(Type.String()),
  state: oneOf(creditStates),
  entries: Type.Array(Entry),
  report: nullable(Report),
  /** What the head's approval entitles to, with the receipt of the decision. */
  entitlement: nullable(
    Type.Object({ payoutTenge: Type.Integer(), academicCredits: Type.Integer(), receipt: Json, at: Instant }),
  ),
  /** Receipt of the decision by which the participation began. */
  admission: Json,
});
export type Credit = Static<typeof Credit>;

export const students = collection(
  'credit_students',
  owned({ interviews: Type.Array(Interview), credits: Type.Array(Credit) }),
  [
    outboxIndex,
    { fields: { 'interviews.id': 1 } },
    { fields: { 'interviews.organisationId': 1, 'interviews.state': 1 } },
    { fields: { 'interviews.state': 1, 'interviews.bookedAt': 1 } },
    { fields: { 'credits.id': 1 } },
    { fields: { 'credits.entries.id': 1 } },
    { fields: { 'credits.organisationId': 1, 'credits.state': 1 } },
    { fields: { 'credits.state': 1 } },
  ],
);
export type CreditStudent = ReturnType<typeof students.check>;

/** `_id` is the credit's id: a second payout of one credit cannot exist. */
export const payouts = collection(
  'credit_payouts',
  owned({
    studentId: Type.String(),
    organisationId: Type.String(),
    target: Type.Integer(),
    amount: Type.Integer({ minimum: 1 }),
    state: oneOf(payoutStates),
    orderedAt: Instant,
    bankReference: nullable(Type.String()),
    reason: nullable(Type.String()),
    decidedBy: nullable(Type.String()),
    decidedAt: nullable(Instant),
  }),
  [
    outboxIndex,
    { fields: { state: 1, orderedAt: 1 } },
    { fields: { orderedAt: 1, _id: 1 } },
    { fields: { studentId: 1 } },
  ],
);
export type Payout = ReturnType<typeof payouts.check>;

/** `_id` is the credit's id: academic credits are granted at most once. */
export const recredits = collection(
  'credit_recredits',
  owned({
    studentId: Type.String(),
    universityId: Type.String(),
    target: Type.Integer(),
    academicCredits: Type.Integer({ minimum: 1 }),
    state: oneOf(recreditStates),
    createdAt: Instant,
    requestedAt: nullable(Instant),
    reason: nullable(Type.String()),
    decidedBy: nullable(Type.String()),
    decidedAt: nullable(Instant),
  }),
  [
    outboxIndex,
    { fields: { universityId: 1, state: 1 } },
    { fields: { createdAt: 1, _id: 1 } },
    { fields: { studentId: 1 } },
  ],
);
export type Recredit = ReturnType<typeof recredits.check>;
