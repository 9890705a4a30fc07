// A rule, members and cases of no programme in particular, for tests of the pure decisions.
import type { CommissionRule, Question, RankDecision } from '../../../engine/commissions/rule.ts';
import type {
  Ballot,
  Conflict,
  Fact,
  Member,
  ReviewItem,
  Roster,
  Score,
} from '../../../engine/commissions/shapes.ts';

export const NOON = new Date('2026-10-05T06:00:00Z');

/** Texts that there are; which, does not matter here. */
const title = 'commissions:protocol.cases';

export const depth = {
  id: 'depth',
  title,
  least: 0,
  most: 10,
  step: 1,
  weight: 60,
  from: 'members',
} as const;
export const clarity = {
  id: 'clarity',
  title,
  least: 1,
  most: 5,
  step: 1,
  weight: 40,
  from: 'members',
} as const;
export const poll = { id: 'poll', title, least: 0, most: 100, step: 1, weight: 10, from: 'case' } as const;

export const byRank: RankDecision = { by: 'rank', places: 2, tieBreaks: [], unbroken: 'none' };

export const questionOf = (over: Partial<Question> = {}): Question => ({
  ...{ id: 'merit', title, criteria: [depth, clarity], decision: byRank, decimals: 2 },
  ...over,
});

export const yesOrNo = (tie: 'refused' | 'chair'): Question =>
  questionOf({ id: 'yes-or-no', criteria: [], decision: { by: 'majority', tie } });

const kind = (id: string, least: number, mustTakePart = false) => ({ id, title, least, mustTakePart });

export const ruleOf = (over: Partial<CommissionRule> = {}): CommissionRule => ({
  authority: { forms: ['operator'], reopens: ['accreditor'] },
  size: { least: 3, most: 7 },
  kinds: [kind('authority', 1), kind('employers', 1), kind('public', 0)],
  chair: ['authority'],
  quorum: { numerator: 1, denominator: 2, strictly: true, least: 2, countsAbstentions: true },
  changes: 'until-closed',
  questions: [questionOf()],
  ...over,
});

export const memberOf = (person: string, of = 'public', over: Partial<Member> = {}): Member => ({
  ...{ id: person, person, kind: of, represents: `Organisation of ${person}`, connections: [] },
  ...{ invitedAt: NOON, joinedAt: NOON, left: null },
  ...over,
});

export const gone = { at: NOON, how: 'left', by: 'person:x', reason: null } as const;

/** One of the authority, who chairs, one of the employers, and the public for the rest. */
export const rosterOf = (count: number): Roster => ({
  members: Array.from({ length: count }, (_, n) =>
    memberOf(`m${n + 1}`, ['authority', 'employers'][n] ?? 'public'),
  ),
  chair: 'm1',
});

const ballot = { scores: [] as Score[], verdict: null, final: true, changedAfterFinal: false, at: NOON };

export const scoresOf = (first: number, second: number): Score[] => [
  { criterion: 'depth', score: first },
  { criterion: 'clarity', score: second },
];

export const scored = (
  person: string,
  first: number,
  second: number,
  over: Partial<Ballot> = {},
): Ballot => ({
  ...ballot,
  ...{ person, kind: 'vote', scores: scoresOf(first, second) },
  ...over,
});
export const said = (person: string, verdict: 'for' | 'against'): Ballot => ({
  ...{ ...ballot, person, kind: 'vote', verdict },
});
export const abstention = (person: string): Ballot => ({ ...ballot, person, kind: 'abstention' });

export const conflictOf = (person: string, by: Conflict['by'] = 'member'): Conflict => ({
  ...{ person, by, reason: 'A relative', at: NOON },
});

export const matterOf = (ballots: readonly Ballot[], over: Partial<ReviewItem> = {}): ReviewItem => ({
  ...{ connections: [], facts: [] as Fact[], conflicts: [], ballots },
  ...over,
});
