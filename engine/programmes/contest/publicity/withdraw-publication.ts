// What was recorded by mistake is withdrawn: it stays on record and counts no more.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { isOperator } from '../rights.ts';
import { publicationWithdrawn } from './events.ts';
import { mayPublishFor } from './publisher.ts';
import { publications } from './store.ts';

/** @returns the publication's id */
export function withdrawPublication(
  ctx: EngineContext,
  command: Command,
  id: string,
  reason: string,
): Promise<Result<string>> {
  return change(ctx, publications, id, command, ({ publisher, withdrawn, edition }) => {
    const { actor } = command;
    if (!mayPublishFor(actor, publisher) && !isOperator(actor)) return refused('common.not-allowed');
    if (withdrawn) return refused('common.already-done');
    return ok({
      action: 'publication withdrawn',
      set: { withdrawn: { at: ctx.clock.now(), by: actor.id, reason } },
      events: [publicationWithdrawn({ publication: id, edition })],
      result: id,
    });
  });
}
