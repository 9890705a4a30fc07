// What a member may put on a ballot, and until when. A draft may be half filled in; a final vote is whole.
import type { Reason } from '../kernel/result.ts';
import type { CommissionRule, Criterion, Question } from './rule.ts';
import type { Ballot, Score } from './shapes.ts';

export interface GivenVote {
  readonly scores: readonly Score[];
  /** Where a majority decides. */
  readonly verdict?: 'for' | 'against' | null;
}

/** @returns everything that is wrong with it */
export function voteFaults(question: Question, vote: GivenVote, isFinal: boolean): readonly Reason[] {
  const scored = question.criteria.filter(({ from }) => from === 'members');
  const known = new Set(scored.map(({ id }) => id));
  const given = vote.scores.map(({ criterion }) => criterion);
  return [
    ...given
      .filter((id, at) => !known.has(id) || given.indexOf(id) !== at)
      .map((criterion) => ({ code: 'commissions.no-such-criterion', params: { criterion } })),
    ...scored.flatMap((criterion) => scoreFaults(criterion, vote.scores, isFinal)),
    ...verdictFaults(question, vote.verdict ?? null, isFinal),
  ];
}

function scoreFaults(criterion: Criterion, scores: readonly Score[], isFinal: boolean): readonly Reason[] {
  const { title, least, most, step } = criterion;
  const found = scores.find((each) => each.criterion === criterion.id);
  if (!found) return isFinal ? [{ code: 'commissions.score-missing', params: { title } }] : [];
  const { score } = found;
  const fits = Number.isInteger(score) && score >= least && score <= most && (score - least) % step === 0;
  const params = { title, score, least, most, step };
  return fits ? [] : [{ code: 'commissions.off-scale', params }];
}

function verdictFaults(
  { decision }: Question,
  verdict: GivenVote['verdict'],
  isFinal: boolean,
): readonly Reason[] {
  if (decision.by === 'rank') return verdict === null ? [] : [{ code: 'commissions.no-verdict-asked' }];
  return isFinal && verdict === null ? [{ code: 'commissions.verdict-missing' }] : [];
}

/** A vote that may no longer be changed, though its case is open. */
export const isFixed = (rule: CommissionRule, before: Ballot | undefined): boolean =>
  before?.final === true && rule.changes === 'until-final';

export const ballotOf = (ballots: readonly Ballot[], person: string): Ballot | undefined =>
  ballots.find((each) => each.person === person);
