// A conflict of interest of one member in one case: declared by the member, or set by the secretary, who alone can lift it.
import type { Command } from '../../kernel/actor.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import type { StoreContext } from '../../store/context.ts';
import { inOffice } from '../composition.ts';
import { conflictDeclared, conflictLifted } from '../events.ts';
import { isSecretary, seatOf } from '../rights.ts';
import type { ConflictSource } from '../shapes.ts';
import { changeCase, ofCase } from './change-case.ts';

export interface NewConflict {
  /** Whose it is: members declare their own. */
  readonly person: string;
  readonly reason: string;
}

/** @returns the case's id */
export function declareConflict(
  ctx: StoreContext,
  command: Command,
  caseId: string,
  { person, reason }: NewConflict,
): Promise<Result<string>> {
  return changeCase(ctx, command, caseId, (found, commission) => {
    const isOwn = seatOf(command.actor, commission)?.person === person;
    if (!isOwn && !isSecretary(command.actor, commission)) return refused('common.not-allowed');
    if (!inOffice(commission.members).some((each) => each.person === person))
      return refused('commissions.no-such-member');
    if (found.state !== 'open') return refused('commissions.case-closed');
    if (reason.trim() === '') return refused('commissions.reason-missing');
    const by: ConflictSource = isOwn ? 'member' : 'secretary';
    if (found.conflicts.some((each) => each.person === person && each.by === by))
      return refused('common.already-done');
    return ok({
      action: 'conflict of interest declared',
      set: { conflicts: [...found.conflicts, { person, by, reason, at: ctx.clock.now() }] },
      events: [conflictDeclared({ ...ofCase(found), person })],
      result: caseId,
      details: { person, by },
    });
  });
}

/** Lifts what was declared or set by mistake; the member's vote counts again. @returns the case's id */
export function liftConflict(
  ctx: StoreContext,
  command: Command,
  caseId: string,
  { person, by }: { readonly person: string; readonly by: ConflictSource },
): Promise<Result<string>> {
  return changeCase(ctx, command, caseId, (found, commission) => {
    if (!isSecretary(command.actor, commission)) return refused('common.not-allowed');
    if (found.state !== 'open') return refused('commissions.case-closed');
    const kept = found.conflicts.filter((each) => each.person !== person || each.by !== by);
    if (kept.length === found.conflicts.length) return refused('commissions.no-conflict');
    return ok({
      action: 'conflict of interest lifted',
      set: { conflicts: kept },
      events: [conflictLifted({ ...ofCase(found), person })],
      result: caseId,
      details: { person, by },
    });
  });
}
