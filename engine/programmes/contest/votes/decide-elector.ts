// The college's responsible person confirms that somebody is of the college, or does not.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { actsForCollege } from '../rights.ts';
import { electorConfirmed, electorRefused } from './events.ts';
import { type Elector, electors } from './store.ts';

/** @returns the elector's id */
export function decideElector(
  ctx: EngineContext,
  command: Command,
  id: string,
  confirm: boolean,
): Promise<Result<string>> {
  return change(ctx, electors, id, command, ({ college, person, state }) => {
    const { actor } = command;
    if (!actsForCollege(actor, college) || actor.id === person) return refused('common.not-allowed');
    if (state !== 'asked') return refused('common.already-done');
    const announced = confirm ? electorConfirmed : electorRefused;
    return ok({
      action: confirm ? 'elector confirmed' : 'elector refused',
      set: { state: confirm ? 'confirmed' : 'refused', by: actor.id },
      events: [announced({ elector: id, person, college })],
      result: id,
    });
  });
}

/** Those who wait for the college's word, the oldest first. */
export async function electorsAsking(
  ctx: EngineContext,
  edition: string,
  college: string,
): Promise<readonly Elector[]> {
  const found = await electors
    .on(ctx.db)
    .find({ edition, college, state: 'asked' } as never)
    .sort({ _id: 1 })
    .lean();
  return [...found].sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime());
}
