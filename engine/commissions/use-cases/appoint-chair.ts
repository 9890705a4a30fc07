// The secretary records who chairs: a member in office of a kind that may.
import type { Command } from '../../kernel/actor.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import { change } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { inOffice } from '../composition.ts';
import { chairAppointed } from '../events.ts';
import { isSecretary } from '../rights.ts';
import { commissions } from '../store.ts';

/** @returns the person's id */
export function appointChair(
  ctx: StoreContext,
  command: Command,
  commissionId: string,
  person: string,
): Promise<Result<string>> {
  return change(ctx, commissions, commissionId, command, (commission) => {
    if (!isSecretary(command.actor, commission)) return refused('common.not-allowed');
    const member = inOffice(commission.members).find((each) => each.person === person);
    if (!member) return refused('commissions.no-such-member');
    if (commission.chair === person) return refused('common.already-done');
    if (!commission.rule.chair?.includes(member.kind)) return refused('commissions.may-not-chair');
    return ok({
      action: 'chair appointed',
      set: { chair: person },
      events: [chairAppointed({ commission: commissionId, person })],
      result: person,
      details: { member: member.id },
    });
  });
}
