// Somebody who is registered joins the walk, once, and says what they wish for.
import type { Command } from '../../../../../../engine/kernel/actor.ts';
import { ok, type Result, refused } from '../../../../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../../../../engine/programmes/context.ts';
import { create } from '../../../../../../engine/store/command.ts';
import { walkJoined } from '../events.ts';
import { walks } from '../store.ts';

/** @param command its actor joins. @returns their id */
export async function joinWalk(ctx: EngineContext, command: Command, wish: string): Promise<Result<string>> {
  const { id: person } = command.actor;
  const made = await create(ctx, walks, person, command, {
    action: 'walk joined',
    set: { state: 'joined', wish, since: ctx.clock.now() },
    events: [walkJoined({ person })],
    result: person,
  });
  return made.created ? ok(made.result) : refused('tiny.joined-already');
}
