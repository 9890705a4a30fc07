// A commission is formed under a rule, and its secretaries are named. Both are for the roles that the rule names.
import type { Command } from '../../kernel/actor.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import { change, create } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { actorName } from '../../store/owned.ts';
import { termOf } from '../composition.ts';
import { formed } from '../events.ts';
import { mayForm } from '../rights.ts';
import type { CommissionRule } from '../rule.ts';
import { commissionRuleOf } from '../rule-faults.ts';
import { commissions } from '../store.ts';

export interface NewCommission {
  /** Deterministic: the same commission is formed once, e.g. `award:2026`. */
  readonly id: string;
  readonly purpose: string;
  /** `all`, `region:<code>`: where the roles of the rule's authority must be held. */
  readonly scope: string;
  readonly rule: CommissionRule;
  readonly secretaries: readonly string[];
}

/** @returns the commission's id @throws AppError `configuration` for a rule that does not hold */
export async function formCommission(
  ctx: StoreContext,
  command: Command,
  { id, purpose, scope, rule, secretaries }: NewCommission,
): Promise<Result<string>> {
  commissionRuleOf(rule);
  if (!mayForm(command.actor, { rule, scope })) return refused('common.not-allowed');
  const made = await create(ctx, commissions, id, command, {
    action: 'commission formed',
    set: {
      ...{ purpose, scope, rule, members: [], chair: null },
      secretaries: [...new Set(secretaries)],
      formedBy: actorName(command.actor),
      formedAt: ctx.clock.now(),
    },
    events: [formed({ commission: id })],
    result: id,
    details: { purpose, scope, secretaries },
  });
  return made.created ? ok(made.result) : refused('common.already-done');
}

/** Others keep the papers from now on. */
export function nameSecretaries(
  ctx: StoreContext,
  command: Command,
  id: string,
  secretaries: readonly string[],
): Promise<Result<string>> {
  return change(ctx, commissions, id, command, (commission) => {
    if (!mayForm(command.actor, commission)) return refused('common.not-allowed');
    if (secretaries.some((each) => termOf(commission.members, each)))
      return refused('commissions.secretary-has-no-vote');
    const set = { secretaries: [...new Set(secretaries)] };
    return ok({ action: 'secretaries named', set, result: id, details: set });
  });
}
