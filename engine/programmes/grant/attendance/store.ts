// Gatherings of an activity, and who was at each: a document a person and gathering, so that nobody stands on a list twice.
import Type from 'typebox';
import { collection, Instant, nullable, oneOf } from '../../../store/model.ts';
import { outboxIndex, owned } from '../../../store/owned.ts';

/** `sent`: its list stands as evidence, and nobody comes or goes. Open again once that was returned or taken back. */
export const gatheringStates = ['open', 'sent'] as const;

export const grantGatherings = collection(
  'grant_gatherings',
  owned({
    project: Type.String(),
    activity: Type.String(),
    /** Civil date on which it is held. */
    date: Type.String(),
    state: oneOf(gatheringStates),
    /** Its list is being written: what broke off there goes on with the next try. */
    sending: Type.Boolean(),
    openedBy: Type.String(),
    openedAt: Instant,
    /** As which evidence its list was sent, the newest last. */
    evidence: Type.Array(Type.String()),
    /** Since when those on it hold the course's certificate. */
    certifiedAt: nullable(Instant),
  }),
  [outboxIndex, { fields: { project: 1, openedAt: 1, _id: 1 } }, { fields: { evidence: 1 } }],
);
export type Gathering = ReturnType<typeof grantGatherings.check>;

/** The id follows from gathering and person. */
export const grantAttendees = collection(
  'grant_attendees',
  owned({
    gathering: Type.String(),
    project: Type.String(),
    activity: Type.String(),
    /** Null for somebody without an account. */
    person: nullable(Type.String()),
    /** As on the day; null once they were erased. */
    name: nullable(Type.String()),
    /** Where they work, as somebody without an account gave it. */
    post: nullable(Type.String()),
    at: Instant,
    removed: nullable(Type.Object({ by: Type.String(), at: Instant, reason: nullable(Type.String()) })),
  }),
  [outboxIndex, { fields: { gathering: 1, at: 1, _id: 1 } }, { fields: { person: 1 } }],
);
export type Attendee = ReturnType<typeof grantAttendees.check>;
