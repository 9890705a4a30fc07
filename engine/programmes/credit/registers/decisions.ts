// The decisions on a participant, looked at again: each receipt as it was sealed, and what the rules say of it today.
import { type Actor, holds } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Rerun, rerun } from '../../../rules/rule-book.ts';
import type { EngineContext } from '../../context.ts';
import { type Decision, participantCard } from './participants.ts';

export interface DecisionAgain extends Decision {
  readonly again: Rerun;
}

/** @throws AppError `forbidden` (operators only), `not-found` */
export async function decisionsAgain(
  ctx: EngineContext,
  actor: Actor,
  id: string,
): Promise<readonly DecisionAgain[]> {
  if (!holds(actor, 'operator', 'all')) throw new AppError('forbidden', 'decisions are for operators');
  const { decisions } = await participantCard(ctx, actor, id);
  return Promise.all(
    decisions.map(async (each) => ({ ...each, again: await rerun(ctx.rules, each.receipt) })),
  );
}
