// The owner documents of the badge programme: a participation is one person at one level, a centre is one organisation.
// Journal entries are documents of their own: see journal/.
import Type, { type Static } from 'typebox';
import { derivedId } from '../../kernel/ids.ts';
import { textIndex } from '../../store/indexes.ts';
import { collection, Instant, Json, nullable, oneOf } from '../../store/model.ts';
import { outboxIndex, owned } from '../../store/owned.ts';
import {
  Agreement,
  Briefing,
  Decision,
  Page,
  TakenDirection,
  Talk,
  Undertaking,
} from './application/shapes.ts';
import { profiles } from './reference/words.ts';
import { Schedule } from './schedule/shapes.ts';
import { centreStates, directions, type Level, levels, participationStates } from './states.ts';

/** One person's participation at a level: the same level never twice. */
export const participationId = (person: string, level: Level): string =>
  derivedId(`badge participation ${person} ${level}`);

const ConfirmedDirection = Type.Object({
  direction: oneOf(directions),
  by: Type.String(),
  at: Instant,
  /** The mentor's short assessment. */
  assessment: Type.String(),
});

export const participations = collection(
  'badge_participations',
  owned({
    person: Type.String(),
    level: oneOf(levels),
    /** From 1: which application for the level it is. Entries of an earlier round count for nothing. */
    round: Type.Integer({ minimum: 1 }),
    state: oneOf(participationStates),
    /** Civil date of sending: the legal date by which its rules are chosen. */
    startedOn: Type.String(),
    /** Name of the level's rule version on that day. */
    ruleVersion: Type.String(),
    /** Receipt of the verdict on which it was accepted; null before. */
    admission: nullable(Json),
    /** Where the person lives, by code: whose regional coordinator sees it. */
    region: Type.String(),
    page: Page,
    directions: Type.Array(TakenDirection),
    /** Which of sport and talent is taken for the longer term; null where the level or the choice knows none. */
    longer: nullable(oneOf(['sport', 'talent'] as const)),
    undertaking: Undertaking,
    agreement: Agreement,
    /** By whose standards sport is measured: everybody's, or those for people with a disability. */
    profile: oneOf(profiles),
    centre: Type.String(),
    mentor: Type.String(),
    sentAt: Instant,
    /** End of the last working day for the decision. */
    dueAt: Instant,
    decision: nullable(Decision),
    talk: nullable(Talk),
    briefing: nullable(Briefing),
    documents: Type.Array(
      Type.Object({
        kind: Type.String(),
        /** Sent to the agreed address by the guardians, or handed to the mentor. */
        how: oneOf(['sent', 'handed'] as const),
        media: Type.Array(Type.String()),
        at: Instant,
        by: Type.String(),
      }),
    ),
    /** What both agreed on, and what one of them proposes to take its place. */
    schedule: nullable(Schedule),
    proposed: nullable(Schedule),
    activatedAt: nullable(Instant),
    /** Last instant of the term, before weeks that are excused: see `endOfTerm`. */
    termEndsAt: nullable(Instant),
    /** ISO weeks (`2026-W49`) that the mentor has excused. */
    excusedWeeks: Type.Array(Type.String()),
    confirmed: Type.Array(ConfirmedDirection),
    completedAt: nullable(Instant),
    /** Receipt of the verdict by which the level was complete. */
    completion: Type.Optional(nullable(Json)),
    endedAt: nullable(Instant),
    createdAt: Instant,
  }),
  [
    outboxIndex,
    { fields: { person: 1 } },
    { fields: { state: 1, level: 1, sentAt: 1 } },
    { fields: { mentor: 1, state: 1 } },
    { fields: { centre: 1, state: 1 } },
    { fields: { region: 1, state: 1 } },
    { fields: { createdAt: 1, _id: 1 } },
    textIndex('agreement.guardian.person'),
  ],
);
export type Participation = ReturnType<typeof participations.check>;
export type ConfirmedDirection = Static<typeof ConfirmedDirection>;

const Trained = Type.Object({
  person: nullable(Type.String()),
  name: Type.String(),
  role: Type.String(),
  topic: Type.String(),
  /** Civil date. */
  on: Type.String(),
  by: Type.String(),
});

/** `_id` is the BIN: one organisation, one centre. */
export const centres = collection(
  'badge_centres',
  owned({
    name: Type.String(),
    searchName: Type.String(),
    region: Type.String(),
    address: Type.String(),
    contact: Type.String(),
    about: Type.String(),
    headId: Type.String(),
    state: oneOf(centreStates),
    appliedAt: Instant,
    decision: nullable(Decision),
    /** End of the last working day for the agreement; null before the decision. */
    signBy: nullable(Instant),
    signedAt: nullable(Instant),
    trained: Type.Array(Trained),
  }),
  [
    outboxIndex,
    { fields: { state: 1, region: 1 } },
    { fields: { searchName: 1, _id: 1 } },
    { fields: { headId: 1 } },
  ],
);
export type Centre = ReturnType<typeof centres.check>;
export type Trained = Static<typeof Trained>;

/** The scope in which mentors and the head of a centre hold their roles. */
export const centreScope = (bin: string): string => `centre:${bin}`;
