// The owner documents of the public vote: rosters of colleges, electors who were confirmed, and the votes themselves. A vote
// is one for a person and stage by its id; who voted for whom is shown to nobody but the voter.
import Type from 'typebox';
import { textIndex } from '../../../store/indexes.ts';
import { collection, Instant, nullable, oneOf } from '../../../store/model.ts';
import { outboxIndex, owned } from '../../../store/owned.ts';

/** What a college's roster makes of somebody. */
export const standings = ['student', 'teacher'] as const;
export type Standing = (typeof standings)[number];

/** One line of a college's roster. The person is a keyed hash of name and birth date: it can be matched, not read. */
export const rosters = collection(
  'contest_rosters',
  owned({
    edition: Type.String(),
    college: Type.String(),
    standing: oneOf(standings),
    /** Who turned out to be that person: one account for each line. */
    claimedBy: nullable(Type.String()),
  }),
  [outboxIndex, { fields: { edition: 1, college: 1 } }, textIndex('claimedBy')],
);
export type RosterLine = ReturnType<typeof rosters.check>;

export const electorStates = ['asked', 'confirmed', 'refused'] as const;

/** What somebody said of themselves in an edition: of which college they are. One a person and edition. */
export const electors = collection(
  'contest_electors',
  owned({
    edition: Type.String(),
    person: Type.String(),
    college: Type.String(),
    /** Of the college. */
    region: Type.String(),
    standing: oneOf(standings),
    state: oneOf(electorStates),
    /** By the roster itself, or by the college's responsible person. */
    by: nullable(Type.String()),
    askedAt: Instant,
  }),
  [outboxIndex, { fields: { person: 1 } }, { fields: { edition: 1, college: 1, state: 1, _id: 1 } }],
);
export type Elector = ReturnType<typeof electors.check>;

/** The stages at which there is a vote. */
export const votedStages = ['college', 'region'] as const;
export type VotedStage = (typeof votedStages)[number];

/** As whom somebody voted; `outside` are shown apart and weigh nothing. */
export const voterKinds = ['student', 'teacher', 'youth', 'outside'] as const;
export type VoterKind = (typeof voterKinds)[number];

export const votes = collection(
  'contest_votes',
  owned({
    edition: Type.String(),
    stage: oneOf(votedStages),
    /** Id of the college, code of the region. */
    place: Type.String(),
    nomination: Type.String(),
    /** Person id. */
    voter: Type.String(),
    as: oneOf(voterKinds),
    counts: Type.Boolean(),
    at: Instant,
    /** When the voter registered: many accounts made to vote are to be seen. */
    registeredAt: Instant,
    /** Keyed hashes of name with birth date, and of the telephone: two accounts of one person are to be seen. */
    likeness: Type.Array(Type.String()),
  }),
  [
    outboxIndex,
    { fields: { nomination: 1, stage: 1, counts: 1, at: 1 } },
    { fields: { edition: 1, stage: 1, place: 1, counts: 1 } },
    { fields: { voter: 1 } },
    textIndex('likeness'),
  ],
);
export type Vote = ReturnType<typeof votes.check>;

/** One a person and stage of an edition: a second cannot exist. */
export const voteId = (edition: string, stage: VotedStage, person: string): string =>
  `${edition}:${stage}:${person}`;

export const electorId = (edition: string, person: string): string => `${edition}:${person}`;
