// What a commission's documents are made of: members, conflicts of interest, votes, and what a closed case came to.
import Type, { type Static } from 'typebox';
import { Instant, nullable, oneOf } from '../store/model.ts';

/** One term of one person. `id` is the person's, with a number from the second term on. */
export const Member = Type.Object({
  id: Type.String(),
  person: Type.String(),
  /** Id of one of the rule's kinds. */
  kind: Type.String(),
  /** The organisation that the member stands for, in its own words. */
  represents: Type.String(),
  /** Words that tie the member to cases: `organisation:<id>`. Whoever shares one with a case does not vote on it. */
  connections: Type.Array(Type.String()),
  invitedAt: Instant,
  joinedAt: nullable(Instant),
  left: nullable(
    Type.Object({
      at: Instant,
      how: oneOf(['left', 'removed', 'replaced']),
      by: Type.String(),
      reason: nullable(Type.String()),
    }),
  ),
});

/** Something that comes with a case: a criterion's outside figure, or what a tie-break looks at. */
export const Fact = Type.Object({
  name: Type.String(),
  value: Type.Union([Type.Integer(), Type.String()]),
});

/** What is asked, about whom. */
export const matterProperties = {
  /** Id of what is judged; whose name it is, the programme knows. */
  subject: Type.String(),
  /** Id of one of the rule's questions. */
  question: Type.String(),
  connections: Type.Array(Type.String()),
  facts: Type.Array(Fact),
};

export const conflictSources = ['member', 'secretary'] as const;
export const Conflict = Type.Object({
  person: Type.String(),
  by: oneOf(conflictSources),
  reason: Type.String(),
  at: Instant,
});

const Score = Type.Object({ criterion: Type.String(), score: Type.Integer() });
const verdicts = oneOf(['for', 'against']);

export const Ballot = Type.Object({
  person: Type.String(),
  kind: oneOf(['vote', 'abstention']),
  scores: Type.Array(Score),
  /** Where a majority decides. */
  verdict: nullable(verdicts),
  /** Only final ones count; from then on the member sees the others'. */
  final: Type.Boolean(),
  /** Changed when the member could see the others' already. */
  changedAfterFinal: Type.Boolean(),
  at: Instant,
});

export const outcomes = ['awarded', 'refused', 'ranked'] as const;

/** Fractions are exact, as `n/d` or a whole number. */
export const Tally = Type.Object({
  /** Mean of the weighted totals of all votes. */
  total: Type.String(),
  criteria: Type.Array(Type.Object({ criterion: Type.String(), mean: Type.String(), top: Type.Integer() })),
  inFavour: Type.Integer(),
  against: Type.Integer(),
});

/** How a member in office who may vote on a case did so. */
const Part = Type.Object({
  person: Type.String(),
  part: oneOf(['vote', 'abstention', 'none']),
  scores: Type.Array(Score),
  verdict: nullable(verdicts),
  total: nullable(Type.String()),
  changedAfterFinal: Type.Boolean(),
});

export const recusalGrounds = ['connection', ...conflictSources] as const;
export const Recusal = Type.Object({ person: Type.String(), by: oneOf(recusalGrounds) });

/** What a case came to. Nothing in it tells in which order votes and conflicts arrived. */
export const Decided = Type.Object({
  /** Those who may vote on the case, by id. */
  parts: Type.Array(Part),
  recused: Type.Array(Recusal),
  needed: Type.Integer(),
  present: Type.Integer(),
  votes: Type.Integer(),
  abstentions: Type.Integer(),
  tally: Tally,
  outcome: oneOf(outcomes),
});

export type Member = Static<typeof Member>;
export type Fact = Static<typeof Fact>;
export type Conflict = Static<typeof Conflict>;
export type Score = Static<typeof Score>;
export type Ballot = Static<typeof Ballot>;
export type Tally = Static<typeof Tally>;
export type Part = Static<typeof Part>;
export type Recusal = Static<typeof Recusal>;
export type Decided = Static<typeof Decided>;
export type Outcome = (typeof outcomes)[number];
export type ConflictSource = (typeof conflictSources)[number];

export interface Roster {
  readonly members: readonly Member[];
  /** The person who chairs. */
  readonly chair: string | null;
}

/** A case as the decisions look at it. */
export interface ReviewItem {
  readonly connections: readonly string[];
  readonly facts: readonly Fact[];
  readonly conflicts: readonly Conflict[];
  readonly ballots: readonly Ballot[];
}
