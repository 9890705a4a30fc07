// The team corrects a list before it is sent: somebody who was not there is taken off, with the reason.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { refuseOthers } from '../rights.ts';
import { gatheringOf } from './gatherings.ts';
import { grantAttendees } from './store.ts';

/** By lead or manager; whoever was removed cannot confirm anew. @returns the gathering's id */
export function removeAttendee(
  ctx: EngineContext,
  command: Command,
  attendee: string,
  reason: string,
): Promise<Result<string>> {
  return change(ctx, grantAttendees, attendee, command, async ({ gathering, project, removed }) => {
    const refusal = refuseOthers(command.actor, project, 'grant-lead', 'grant-manager');
    if (refusal) return refusal;
    if ((await gatheringOf(ctx, gathering)).state !== 'open') return refused('grant-events.list-closed');
    if (removed) return refused('common.already-done');
    return ok({
      action: 'attendee removed',
      set: { removed: { by: command.actor.id, at: ctx.clock.now(), reason } },
      result: gathering,
    });
  });
}
