// An accreditor takes back what they have just decided: the application waits again. Projects that were published meanwhile stand as
// after a revocation, and nobody can book them until the organisation is accredited.
import type { Command } from '../kernel/actor.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { refuseUnseen } from '../kernel/seen.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { mayAccredit } from './accreditation.ts';
import { decisionUndone } from './events.ts';
import { organisations } from './store.ts';

/** @returns the organisation's id */
export const undoAccreditation = (
  ctx: StoreContext,
  command: Command,
  bin: string,
): Promise<Result<string>> =>
  change(ctx, organisations, bin, command, (organisation) => {
    if (!mayAccredit(command.actor, organisation)) return refused('common.not-allowed');
    const { accreditation, v } = organisation;
    if (accreditation === 'applied') return refused('reviews.nothing-to-undo');
    const unseen = refuseUnseen(command, String(v));
    if (unseen) return unseen;
    return ok({
      action: 'accreditation decision undone',
      set: { accreditation: 'applied', decidedBy: null, decidedAt: null, reason: null },
      events: [decisionUndone({ organisation: bin })],
      result: bin,
      details: { from: accreditation },
    });
  });
