// A level is complete when the rules say so, under the version it began under, with a receipt; and open again where a
// decision that it rested on was taken back. Called by the events that may make a difference.
import { systemActor } from '../../../kernel/actor.ts';
import { ok, refused } from '../../../kernel/result.ts';
import { decision, type Evaluation, type Facts } from '../../../rules/rule-book.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { factsOf } from '../progress/standing.ts';
import { partsNow } from '../progress/view.ts';
import { type Participation, participations } from '../store.ts';
import { transition } from '../transitions.ts';
import { levelCompleted, levelReopened } from './events.ts';
import { gateFacts } from './gates.ts';

export interface Judged {
  readonly evaluation: Evaluation;
  readonly facts: Facts;
}

/** What the rules say of the whole level now. */
export async function judgeLevel(ctx: EngineContext, participation: Participation): Promise<Judged> {
  const parts = await partsNow(ctx, participation._id);
  const facts = { ...(await factsOf(ctx, participation, parts)), ...(await gateFacts(ctx, participation)) };
  const { level, startedOn } = participation;
  return { evaluation: await ctx.rules.evaluate(`badge.${level}`, startedOn, facts), facts };
}

/** @param cause names what happened: the same for a repeat of it */
export async function settleCompletion(ctx: EngineContext, id: string, cause: string): Promise<void> {
  const command = { id: `${cause}/completion`, actor: systemActor };
  await change(ctx, participations, id, command, async (current) => {
    if (current.state !== 'active' && current.state !== 'complete') return refused('common.already-done');
    const { evaluation, facts } = await judgeLevel(ctx, current);
    const isMet = evaluation.outcome === 'met';
    if (isMet === (current.state === 'complete')) return refused('common.already-done');
    const now = ctx.clock.now();
    const to = isMet ? ('complete' as const) : ('active' as const);
    const announced = { participation: id, person: current.person };
    return ok({
      action: isMet ? 'level completed' : 'level reopened',
      set: {
        state: to,
        completedAt: isMet ? now : null,
        completion: isMet ? decision(evaluation, facts) : null,
      },
      events: [isMet ? levelCompleted(announced) : levelReopened(announced)],
      result: id,
      details: transition('participation', id, current.state, to),
    });
  });
}
