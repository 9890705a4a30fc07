// A member votes on a case, or abstains: their own ballot only, while the case is open and nothing keeps them from it.
import type { Command } from '../../kernel/actor.ts';
import { ok, type Refused, type Result, refused, refusedFor } from '../../kernel/result.ts';
import type { StoreContext } from '../../store/context.ts';
import { ballotOf, type GivenVote, isFixed, voteFaults } from '../ballots.ts';
import { abstained, scoreGiven } from '../events.ts';
import { recusalOf } from '../recusals.ts';
import { seatOf } from '../rights.ts';
import type { Ballot, Member } from '../shapes.ts';
import { type Case, type Commission, questionOf } from '../store.ts';
import { changeCase, ofCase } from './change-case.ts';

/**
 * @param isFinal false: a draft, which counts for nothing and shows nothing. A final vote stays final when it is changed.
 * @returns the case's id
 */
export function giveScores(
  ctx: StoreContext,
  command: Command,
  caseId: string,
  { isFinal, ...vote }: GivenVote & { readonly isFinal: boolean },
): Promise<Result<string>> {
  return changeCase(ctx, command, caseId, (found, commission) => {
    const voter = voterIn(command, found, commission);
    if (!voter.ok) return voter;
    const { person } = voter.value;
    const before = ballotOf(found.ballots, person);
    const final = isFinal || before?.final === true;
    const faults = voteFaults(questionOf(commission, found.question), vote, final);
    if (faults.length > 0) return refusedFor(faults);
    const verdict = vote.verdict ?? null;
    const ballot = ballotFor(before, { person, kind: 'vote', scores: [...vote.scores], verdict, final }, ctx);
    return ok({
      action: before ? 'scores changed' : 'scores given',
      set: { ballots: withBallot(found, ballot) },
      events: [scoreGiven({ ...ofCase(found), person, final })],
      result: caseId,
      details: { before: before ? contentOf(before) : null, after: contentOf(ballot) },
    });
  });
}

/** The member takes part without a vote. Final at once. @returns the case's id */
export function abstain(ctx: StoreContext, command: Command, caseId: string): Promise<Result<string>> {
  return changeCase(ctx, command, caseId, (found, commission) => {
    const voter = voterIn(command, found, commission);
    if (!voter.ok) return voter;
    const { person } = voter.value;
    const before = ballotOf(found.ballots, person);
    const nothing = { scores: [], verdict: null };
    const ballot = ballotFor(before, { person, kind: 'abstention', ...nothing, final: true }, ctx);
    return ok({
      action: 'abstained',
      set: { ballots: withBallot(found, ballot) },
      events: [abstained({ ...ofCase(found), person })],
      result: caseId,
      details: { before: before ? contentOf(before) : null, after: contentOf(ballot) },
    });
  });
}

function voterIn({ actor }: Command, found: Case, commission: Commission): Result<Member> {
  const seat = seatOf(actor, commission);
  if (!seat) return refused('common.not-allowed');
  return hindrance(found, commission, seat) ?? ok(seat);
}

function hindrance(found: Case, { rule }: Commission, seat: Member): Refused | null {
  if (found.state !== 'open') return refused('commissions.case-closed');
  if (recusalOf(seat, found)) return refused('commissions.recused');
  return isFixed(rule, ballotOf(found.ballots, seat.person)) ? refused('commissions.vote-final') : null;
}

type Content = Pick<Ballot, 'person' | 'kind' | 'scores' | 'verdict' | 'final'>;

const ballotFor = (before: Ballot | undefined, content: Content, ctx: StoreContext): Ballot => ({
  ...content,
  changedAfterFinal: before?.final === true || before?.changedAfterFinal === true,
  at: ctx.clock.now(),
});

const withBallot = ({ ballots }: Case, ballot: Ballot): Ballot[] => [
  ...ballots.filter(({ person }) => person !== ballot.person),
  ballot,
];

const contentOf = ({ person, kind, scores, verdict, final }: Content): Content => ({
  ...{ person, kind, scores, verdict, final },
});
