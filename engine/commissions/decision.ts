// What a case comes to when it is closed: by the votes of those in office now who may vote on it, or why it cannot be.
import { ok, type Reason, type Result, refusedFor } from '../kernel/result.ts';
import { ballotOf } from './ballots.ts';
import { compositionFaults } from './composition.ts';
import { factFaults } from './facts.ts';
import { neededOf, presentOf } from './quorum.ts';
import { eligibilityOf } from './recusals.ts';
import type { CommissionRule, Question } from './rule.ts';
import type { Decided, Member, Outcome, Part, ReviewItem, Roster, Tally } from './shapes.ts';
import { tallyOf, voteTotal } from './tally.ts';

/** Drafts count for nothing, and so do votes of those who left or were recused after they voted. */
export function decided(
  rule: CommissionRule,
  question: Question,
  roster: Roster,
  item: ReviewItem,
): Result<Decided> {
  const { entitled, recused } = eligibilityOf(roster.members, item);
  const parts = entitled.map((member) => partOf(question, item, member));
  const votes = parts.filter(({ part }) => part === 'vote');
  const abstentions = parts.filter(({ part }) => part === 'abstention').length;
  const needed = neededOf(rule.quorum, entitled.length);
  const present = presentOf(rule.quorum, votes.length, abstentions);
  const reasons = [
    ...compositionFaults(rule, roster),
    ...quorumFaults(entitled.length, needed, present),
    ...(votes.length === 0 ? [{ code: 'commissions.no-votes' }] : []),
    ...absentKinds(rule, entitled, parts),
    ...factFaults(question, item.facts, true),
  ];
  if (reasons.length > 0) return refusedFor(reasons);
  const tally = tallyOf(question, item.facts, votes);
  const outcome = outcomeOf(question, tally, votes.find(({ person }) => person === roster.chair)?.verdict);
  return ok({
    parts,
    recused: [...recused],
    needed,
    present,
    votes: votes.length,
    abstentions,
    tally,
    outcome,
  });
}

function partOf(question: Question, { facts, ballots }: ReviewItem, { person }: Member): Part {
  const ballot = ballotOf(ballots, person);
  const nothing = { scores: [], verdict: null, total: null };
  if (!ballot?.final) return { person, part: 'none', ...nothing, changedAfterFinal: false };
  const { changedAfterFinal } = ballot;
  if (ballot.kind === 'abstention') return { person, part: 'abstention', ...nothing, changedAfterFinal };
  const { verdict } = ballot;
  // In the order of the criteria, not in that of typing.
  const scores = question.criteria.flatMap(
    ({ id }) => ballot.scores.find(({ criterion }) => criterion === id) ?? [],
  );
  const total = voteTotal(question, facts, { scores, verdict }).toFraction();
  return { person, part: 'vote', scores, verdict, total, changedAfterFinal };
}

function quorumFaults(entitled: number, needed: number, present: number): readonly Reason[] {
  const params = { have: present, need: needed, entitled };
  if (needed > entitled) return [{ code: 'commissions.quorum-out-of-reach', params }];
  return present < needed ? [{ code: 'commissions.quorum-not-reached', params }] : [];
}

/** Kinds of whom somebody must have taken part. Where all of them are recused, another has to be appointed. */
function absentKinds(rule: CommissionRule, entitled: readonly Member[], parts: readonly Part[]) {
  const took = new Set(parts.filter(({ part }) => part !== 'none').map(({ person }) => person));
  return rule.kinds
    .filter(({ mustTakePart }) => mustTakePart)
    .filter(({ id }) => !entitled.some(({ kind, person }) => kind === id && took.has(person)))
    .map(({ id, title }): Reason => ({ code: 'commissions.kind-not-heard', params: { kind: id, title } }));
}

function outcomeOf(
  { decision }: Question,
  { inFavour, against }: Tally,
  chairs: Part['verdict'] | undefined,
): Outcome {
  if (decision.by === 'rank') return 'ranked';
  if (inFavour !== against) return inFavour > against ? 'awarded' : 'refused';
  return decision.tie === 'chair' && chairs === 'for' ? 'awarded' : 'refused';
}
