// Planned and spent totals of a project's budget, in whole tenge: no accounting beyond that.
import type { Command } from '../../../kernel/actor.ts';
import { tenge } from '../../../kernel/money.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { refuseOthers } from '../rights.ts';
import { type GrantProject, grantProjects } from '../store.ts';

export interface Balance {
  readonly planned: number;
  readonly spent: number;
  /** Below zero where more was spent than planned. */
  readonly left: number;
}

/** By the accountant, or the lead. @throws RangeError for what is no sum. @returns the balance */
export function setMoney(
  ctx: EngineContext,
  command: Command,
  project: string,
  sums: { readonly planned: number; readonly spent: number },
): Promise<Result<Balance>> {
  const planned = tenge(sums.planned);
  const spent = tenge(sums.spent);
  return change(ctx, grantProjects, project, command, () => {
    const refusal = refuseOthers(command.actor, project, 'grant-accountant', 'grant-lead');
    if (refusal) return refusal;
    const money = { planned, spent, by: command.actor.id, at: ctx.clock.now() };
    return ok({
      action: 'totals entered',
      set: { money },
      result: balanceOf(money),
      details: { planned, spent },
    });
  });
}

export const balanceOf = ({
  planned,
  spent,
}: Pick<NonNullable<GrantProject['money']>, 'planned' | 'spent'>): Balance => ({
  ...{ planned, spent, left: planned - spent },
});
