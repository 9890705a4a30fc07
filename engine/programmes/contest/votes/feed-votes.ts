// The public vote as one criterion of the commission, where the edition gives it a weight: the percent of the counted votes
// of the place, told when the stage is concluded. With weight 0 it is shown only.
import type { Criterion } from '../../../commissions/rule.ts';
import type { Case } from '../../../commissions/store.ts';
import { giveFacts } from '../../../commissions/use-cases/feed-case.ts';
import { systemActor } from '../../../kernel/actor.ts';
import type { EngineContext } from '../../context.ts';
import type { Edition } from '../store.ts';
import type { VotedStage } from './store.ts';
import { voteTotals } from './totals.ts';

const PUBLIC_VOTE = 'public-vote';

/** None where the vote weighs nothing. */
export function voteCriteria({ electorates }: Edition, stage: VotedStage): readonly Criterion[] {
  const { weight } = electorates[stage];
  const scale = { least: 0, most: 100, step: 1 };
  return weight === 0
    ? []
    : [{ id: PUBLIC_VOTE, title: 'contest-public:vote.criterion', ...scale, weight, from: 'case' }];
}

/** Tells each open case what the votes came to. Told again, the newer figure stands. */
export async function feedVotes(
  ctx: EngineContext,
  cause: string,
  edition: Edition,
  { stage, at }: { readonly stage: VotedStage; readonly at: string },
  open: readonly Case[],
): Promise<void> {
  if (voteCriteria(edition, stage).length === 0) return;
  const totals = await voteTotals(ctx, edition._id, stage, at);
  const percents = new Map(totals.map(({ nomination, percent }) => [nomination, percent]));
  for (const { _id, subject } of open) {
    const facts = [{ name: PUBLIC_VOTE, value: percents.get(subject) ?? 0 }];
    await giveFacts(ctx, { id: `${cause}/votes/${_id}`, actor: systemActor }, _id, facts);
  }
}
