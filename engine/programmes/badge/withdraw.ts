// Ends everything of a person that runs: their consent is over, they are being erased, or they leave of their own wish.
import { type Command, systemActor } from '../../kernel/actor.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import { change } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { participationWithdrawn } from './application/events.ts';
import { participationsOf } from './cases.ts';
import { mayTransition } from './states.ts';
import { participations } from './store.ts';
import { transition } from './transitions.ts';

export async function withdrawAll(ctx: StoreContext, personId: string, cause: string): Promise<void> {
  for (const { _id, state } of await participationsOf(ctx, personId)) {
    if (!mayTransition.participation(state, 'withdrawn')) continue;
    await withdraw(ctx, { id: `${cause}/withdrawn/${_id}`, actor: systemActor }, _id);
  }
}

/** @returns the participation's id */
export function withdraw(ctx: StoreContext, command: Command, id: string): Promise<Result<string>> {
  return change(ctx, participations, id, command, ({ state, person }) => {
    const isTheirs = command.actor.kind === 'system' || command.actor.id === person;
    if (!isTheirs) return refused('common.not-allowed');
    if (!mayTransition.participation(state, 'withdrawn')) return refused('badge.nothing-runs');
    return ok({
      action: 'participation withdrawn',
      set: { state: 'withdrawn' as const, endedAt: ctx.clock.now(), proposed: null },
      events: [participationWithdrawn({ participation: id, person })],
      result: id,
      details: transition('participation', id, state, 'withdrawn'),
    });
  });
}
