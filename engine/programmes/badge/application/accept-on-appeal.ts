// An application that was not accepted is accepted after all: whoever heard the appeal decided so. The rules must hold as ever.
import type { Command } from '../../../kernel/actor.ts';
import { type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { underWayOf } from '../cases.ts';
import { participations } from '../store.ts';
import { accepted } from './decide.ts';

/** Whether the actor may is checked by the room of appeals. @returns the participation's id */
export function acceptOnAppeal(ctx: EngineContext, command: Command, id: string): Promise<Result<string>> {
  return change(ctx, participations, id, command, async (current) => {
    if (current.state !== 'refused') return refused('appeals.overtaken');
    const other = await underWayOf(ctx, current.person);
    return other ? refused('appeals.overtaken') : accepted(ctx, command, current);
  });
}
