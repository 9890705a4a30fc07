// What somebody may see of a case. Others' votes and all totals stay hidden from a member until their own vote is final,
// from whoever has no vote until the case is closed.
import { ballotOf } from './ballots.ts';
import { eligibilityOf } from './recusals.ts';
import type { Question } from './rule.ts';
import type { Ballot, Decided, Recusal, ReviewItem, Roster, Tally } from './shapes.ts';
import { tallyOf } from './tally.ts';

export type Viewer = { readonly as: 'member'; readonly person: string } | { readonly as: 'secretary' };

export type SeenBallot = Pick<Ballot, 'person' | 'kind' | 'scores' | 'verdict' | 'changedAfterFinal'>;

export interface CaseView {
  readonly entitled: number;
  /** So many have voted or abstained for good. */
  readonly finished: number;
  /** Who still has to, for the secretary to remind. */
  readonly outstanding: readonly string[] | null;
  readonly recused: readonly Recusal[];
  /** The viewer's own, drafts too. */
  readonly own: Ballot | null;
  /** Final ones of all; null while they are hidden, and once the case is closed: then `decided` tells. */
  readonly ballots: readonly SeenBallot[] | null;
  /** So far; null where `ballots` is. */
  readonly tally: Tally | null;
  readonly decided: Decided | null;
}

export interface SeenCase extends ReviewItem {
  readonly decided: Decided | null;
}

export function viewOf(question: Question, roster: Roster, item: SeenCase, viewer: Viewer): CaseView {
  const { entitled, recused } = eligibilityOf(roster.members, item);
  const counted = entitled.flatMap(({ person }) => finalOf(item, person));
  const own = viewer.as === 'member' ? (ballotOf(item.ballots, viewer.person) ?? null) : null;
  // A recused member's old ballot is not among those that count, and so opens nothing.
  const hasVoted = viewer.as === 'member' && counted.some(({ person }) => person === viewer.person);
  const isShown = hasVoted && item.decided === null;
  const finished = new Set(counted.map(({ person }) => person));
  const outstanding = entitled.map(({ person }) => person).filter((person) => !finished.has(person));
  const votes = counted.filter(({ kind }) => kind === 'vote');
  return {
    entitled: entitled.length,
    finished: counted.length,
    outstanding: viewer.as === 'secretary' ? outstanding : null,
    recused,
    own,
    ballots: isShown ? counted.map(seen) : null,
    tally: isShown ? tallyOf(question, item.facts, votes) : null,
    decided: item.decided,
  };
}

function finalOf({ ballots }: ReviewItem, person: string): readonly Ballot[] {
  const ballot = ballotOf(ballots, person);
  return ballot?.final ? [ballot] : [];
}

const seen = ({ person, kind, scores, verdict, changedAfterFinal }: Ballot): SeenBallot => ({
  ...{ person, kind, scores, verdict, changedAfterFinal },
});
