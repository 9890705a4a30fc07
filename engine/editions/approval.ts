// Four eyes: whoever made a draft submits it, and another operator, who had no hand in it, approves exactly what they saw.
import { isSameHand } from '../access/same-hand.ts';
import type { Command } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { ok, type Reason, type Result, refused, refusedFor } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { actorName } from '../store/owned.ts';
import { refuseOthers } from './drafts.ts';
import { hindrancesOf } from './readiness.ts';
import { type RuleDraft, ruleDrafts } from './store.ts';

/** Asks another operator to approve. Refused while anything is wrong with the draft. */
export async function submitDraft(ctx: StoreContext, command: Command, id: string): Promise<Result<string>> {
  refuseOthers(command.actor);
  return change(ctx, ruleDrafts, id, command, async (draft) => {
    if (draft.state !== 'draft') return refused('rules.draft-not-open');
    const hindrances = await hindrancesOf(ctx, draft);
    if (hindrances.length > 0) return refusedFor(hindrances);
    const set = { state: 'submitted' as const, submitted: step(ctx, command) };
    return ok({ action: 'rule draft submitted', set, result: id });
  });
}

/**
 * @param seen the version that the approver has before them
 * @throws AppError `version-conflict` when it is another by now
 */
export async function approveDraft(
  ctx: StoreContext,
  command: Command,
  id: string,
  seen: number,
): Promise<Result<string>> {
  refuseOthers(command.actor);
  return change(ctx, ruleDrafts, id, command, async (draft) => {
    if (draft.v !== seen)
      throw new AppError('version-conflict', `draft ${id} is at ${draft.v}, not at ${seen}`);
    const reasons = await against(ctx, command, draft);
    if (reasons.length > 0) return refusedFor(reasons);
    const set = { state: 'approved' as const, approved: step(ctx, command) };
    return ok({ action: 'rule draft approved', set, result: id });
  });
}

/** Gives a submitted or approved draft back to its authors. */
export async function returnDraft(ctx: StoreContext, command: Command, id: string): Promise<Result<string>> {
  refuseOthers(command.actor);
  return change(ctx, ruleDrafts, id, command, ({ state }) => {
    if (state !== 'submitted' && state !== 'approved') return refused('rules.draft-not-submitted');
    const set = { state: 'draft' as const, submitted: null, approved: null };
    return ok({ action: 'rule draft returned', set, result: id });
  });
}

async function against(ctx: StoreContext, { actor }: Command, draft: RuleDraft): Promise<readonly Reason[]> {
  if (draft.state === 'approved') return [{ code: 'common.already-done' }];
  if (draft.state !== 'submitted') return [{ code: 'rules.draft-not-submitted' }];
  const hands = [...draft.authors, ...(draft.submitted ? [draft.submitted.by] : [])];
  for (const each of new Set(hands))
    if (await isSameHand(ctx, actorName(actor), each)) return [{ code: 'rules.own-draft' }];
  return hindrancesOf(ctx, draft);
}

export const step = (ctx: StoreContext, { actor }: Command) => ({
  by: actorName(actor),
  at: ctx.clock.now(),
});
