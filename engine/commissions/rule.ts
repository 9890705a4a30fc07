// The rules of a commission as data: who must sit in it, when it can decide, by what it judges and how ties are broken.
// A programme makes them from its own rules and parameters; this folder's code holds no figure.
import Type, { type Static } from 'typebox';
import { nullable, oneOf } from '../store/model.ts';

const Id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$' });
const TextKey = Type.String({ pattern: '^[a-z-]+:[\\w.-]+$' });
const Count = Type.Integer({ minimum: 0 });
const Positive = Type.Integer({ minimum: 1 });

/** Whom a member can stand for. Of `least` 0: may be there, need not. */
const Kind = Type.Object({
  id: Id,
  title: TextKey,
  /** So many of them must be in office. */
  least: Count,
  /** True: no case is decided before one of them has voted on it or abstained. */
  mustTakePart: Type.Boolean(),
});

/** How many of those who may vote on a case must take part: the fraction of them, and never fewer than `least`. */
const Quorum = Type.Object({
  numerator: Positive,
  denominator: Positive,
  /** True: more than the fraction; false: the fraction suffices. */
  strictly: Type.Boolean(),
  least: Positive,
  /** Whether those who abstain take part in this sense. Votes they never are. */
  countsAbstentions: Type.Boolean(),
});

/** Scores are whole numbers from `least` to `most` by `step`; half points are a scale of twice the length. */
const Criterion = Type.Object({
  id: Id,
  title: TextKey,
  least: Type.Integer(),
  most: Type.Integer(),
  step: Positive,
  /** Its part of the total: a full score is worth so many points, whatever the scale. 0: shown only. */
  weight: Count,
  /** Scored by each member, or a figure that comes with the case, under the criterion's id among its facts. */
  from: oneOf(['members', 'case']),
});

const Prefer = oneOf(['higher', 'lower']);

/** What sets cases of one total apart, tried in order. */
const TieBreak = Type.Union([
  Type.Object({ by: Type.Literal('criterion'), criterion: Id, prefer: Prefer }),
  /** The number of votes with the highest score: for one criterion, or for all together. More is better. */
  Type.Object({ by: Type.Literal('top-scores'), criterion: nullable(Id) }),
  /** Something outside that comes with the case: the time of its submission, marks. Texts compare letter by letter. */
  Type.Object({
    by: Type.Literal('fact'),
    fact: Id,
    title: TextKey,
    of: oneOf(['integer', 'text']),
    prefer: Prefer,
  }),
  /** An order that nobody chooses and everybody can compute again: of the SHA-256 of the case's id. */
  Type.Object({ by: Type.Literal('lot') }),
]);

/** More votes for than against; abstentions are neither. */
const ByMajority = Type.Object({ by: Type.Literal('majority'), tie: oneOf(['refused', 'chair']) });

const ByRank = Type.Object({
  by: Type.Literal('rank'),
  /** How many are awarded; null: everyone who was scored. */
  places: nullable(Count),
  tieBreaks: Type.Array(TieBreak),
  /** A tie over the last places that nothing breaks: all of them, none of them, or nobody before a further vote. */
  unbroken: oneOf(['all', 'none', 'vote-again']),
});

/** One thing that is asked about a subject. What is asked apart is decided apart. */
const Question = Type.Object({
  id: Id,
  title: TextKey,
  criteria: Type.Array(Criterion),
  decision: Type.Union([ByMajority, ByRank]),
  /** Decimals with which totals and means are shown. They are compared exactly. */
  decimals: Type.Integer({ minimum: 0, maximum: 6 }),
});

export const CommissionRule = Type.Object({
  authority: Type.Object({
    /** Roles that form the commission and name its secretaries. */
    forms: Type.Array(Type.String(), { minItems: 1 }),
    /** Roles that reopen what was closed. */
    reopens: Type.Array(Type.String(), { minItems: 1 }),
  }),
  size: Type.Object({ least: Positive, most: Positive }),
  kinds: Type.Array(Kind, { minItems: 1 }),
  /** Kinds that may chair; null: there is no chair. */
  chair: nullable(Type.Array(Id, { minItems: 1 })),
  quorum: Quorum,
  /** How long a vote may be changed: until its member calls it final, or until the case is closed. */
  changes: oneOf(['until-final', 'until-closed']),
  questions: Type.Array(Question, { minItems: 1 }),
});

export type CommissionRule = Static<typeof CommissionRule>;
export type Quorum = Static<typeof Quorum>;
export type Criterion = Static<typeof Criterion>;
export type Question = Static<typeof Question>;
export type TieBreak = Static<typeof TieBreak>;
export type RankDecision = Static<typeof ByRank>;
