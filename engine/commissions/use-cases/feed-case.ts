// What becomes known of a case, or that it no longer is one, while it is open.
import type { Command } from '../../kernel/actor.ts';
import { ok, type Result, refused, refusedFor } from '../../kernel/result.ts';
import type { StoreContext } from '../../store/context.ts';
import { caseWithdrawn, factsGiven } from '../events.ts';
import { factFaults, withFacts } from '../facts.ts';
import { mayFeed } from '../rights.ts';
import type { Fact } from '../shapes.ts';
import { questionOf } from '../store.ts';
import { changeCase, ofCase } from './change-case.ts';

/** Facts that come later, or correct earlier ones. @returns the case's id */
export function giveFacts(
  ctx: StoreContext,
  command: Command,
  id: string,
  given: readonly Fact[],
): Promise<Result<string>> {
  return changeCase(ctx, command, id, (found, commission) => {
    if (!mayFeed(command.actor, commission)) return refused('common.not-allowed');
    if (found.state !== 'open') return refused('commissions.case-closed');
    const question = questionOf(commission, found.question);
    // What was given twice at once is refused, not overwritten.
    const faults = factFaults(question, given, false);
    if (faults.length > 0) return refusedFor(faults);
    return ok({
      action: 'facts given',
      set: { facts: [...withFacts(found.facts, given)] },
      events: [factsGiven(ofCase(found))],
      result: id,
      details: { names: given.map(({ name }) => name).sort() },
    });
  });
}

/** The case goes without a decision: its subject withdrew. @returns the case's id */
export function withdrawCase(ctx: StoreContext, command: Command, id: string): Promise<Result<string>> {
  return changeCase(ctx, command, id, (found, commission) => {
    if (!mayFeed(command.actor, commission)) return refused('common.not-allowed');
    if (found.state !== 'open') return refused('commissions.case-closed');
    return ok({
      action: 'case withdrawn',
      set: { state: 'withdrawn' as const },
      events: [caseWithdrawn(ofCase(found))],
      result: id,
    });
  });
}
