// The education department sends a winner's package to the Holding: complete, and until the last second of its day.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused, refusedFor } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { actsForRegion } from '../rights.ts';
import { packageSent } from './events.ts';
import { judge } from './judge.ts';
import { openPackage } from './open-package.ts';
import { packages } from './store.ts';
import { refuseWriting, winnerOf } from './winner.ts';

/** Refused with everything that is missing. @returns the nomination's id */
export async function sendPackage(ctx: EngineContext, command: Command, id: string): Promise<Result<string>> {
  const winner = await winnerOf(ctx, id);
  const { region, person } = winner.nomination;
  if (!actsForRegion(command.actor, region)) return refused('common.not-allowed');
  const wrong = refuseWriting(ctx, command.actor, winner);
  if (wrong) return wrong;
  await openPackage(ctx, winner.nomination);
  return change(ctx, packages, id, command, async (found) => {
    if (found.sent) return refused('common.already-done');
    const { missing, receipt } = await judge(ctx, winner.edition, found);
    if (missing.length > 0) return refusedFor(missing);
    return ok({
      action: 'package sent',
      set: { sent: { at: ctx.clock.now(), by: command.actor.id, receipt } },
      events: [packageSent({ nomination: id, person, region })],
      result: id,
      details: { receipt: receipt?.hash ?? null },
    });
  });
}
