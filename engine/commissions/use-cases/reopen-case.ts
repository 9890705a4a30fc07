// Closing is final but for a role that the rule names, with a reason. A conclusion over the case is then over, too: it
// stays readable, and the sitting concludes anew under the next number.
import type { Command } from '../../kernel/actor.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import { type Change, change } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { actorName } from '../../store/owned.ts';
import { caseReopened, sittingReopened } from '../events.ts';
import { mayReopen } from '../rights.ts';
import { type Case, caseOf, sittingOf, sittings } from '../store.ts';
import { changeCase, ofCase } from './change-case.ts';

/**
 * The votes stay as drafts: each member gives theirs anew. First the case, then the sitting: a conclusion that runs beside
 * either finds an open case or a changed sitting, never neither. What broke off in between anyone with the right finishes.
 * @returns the case's id
 */
export async function reopenCase(
  ctx: StoreContext,
  command: Command,
  caseId: string,
  reason: string,
): Promise<Result<string>> {
  const reopened = await changeCase(ctx, command, caseId, async (found, commission) => {
    if (!mayReopen(command.actor, commission)) return refused('common.not-allowed');
    if (reason.trim() === '') return refused('commissions.reason-missing');
    if (found.state === 'open') return halfwayOf(ctx, found);
    return ok(opened(found, { by: actorName(command.actor), at: ctx.clock.now(), reason }));
  });
  if (!reopened.ok) return reopened;
  const { sitting } = await caseOf(ctx, caseId);
  return reopenSitting(ctx, { ...command, id: `${command.id}/sitting` }, sitting, { case: caseId, reason });
}

/** An open case of a concluded sitting: a reopening that broke off. */
async function halfwayOf(ctx: StoreContext, { _id, sitting }: Case): Promise<Result<Change<Case, string>>> {
  const isHalfway = (await sittingOf(ctx, sitting)).state === 'concluded';
  return isHalfway
    ? ok({ action: 'reopening taken up', set: {}, result: _id })
    : refused('commissions.case-open');
}

const opened = (found: Case, step: { by: string; at: Date; reason: string }): Change<Case, string> => ({
  action: 'case reopened',
  set: {
    ...{ state: 'open', decided: null, closedBy: null, closedAt: null },
    ballots: found.ballots.map((each) => ({ ...each, final: false })),
    reopenings: [...found.reopenings, { ...step, before: found.decided }],
  },
  events: [caseReopened(ofCase(found))],
  result: found._id,
  details: { from: found.state },
});

function reopenSitting(
  ctx: StoreContext,
  command: Command,
  id: string,
  what: { readonly case: string; readonly reason: string },
): Promise<Result<string>> {
  const step = { ...what, by: actorName(command.actor), at: ctx.clock.now() };
  return change(ctx, sittings, id, command, ({ state, commission, reopenings }) =>
    ok({
      action: 'case of the sitting reopened',
      set: { state: 'open', reopenings: [...reopenings, step] },
      events: state === 'concluded' ? [sittingReopened({ commission, sitting: id })] : [],
      result: what.case,
      details: { case: what.case },
    }),
  );
}
