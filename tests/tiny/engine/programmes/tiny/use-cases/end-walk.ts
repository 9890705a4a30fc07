// A leader says that somebody's walk is over, or takes that back.
import { type Command, holds } from '../../../../../../engine/kernel/actor.ts';
import { ok, type Result, refused } from '../../../../../../engine/kernel/result.ts';
import { refuseUnseen } from '../../../../../../engine/kernel/seen.ts';
import type { EngineContext } from '../../../../../../engine/programmes/context.ts';
import { change } from '../../../../../../engine/store/command.ts';
import { walkEnded, walkReopened } from '../events.ts';
import { walks } from '../store.ts';

const mayLead = ({ actor }: Command, person: string): boolean =>
  holds(actor, 'walk-leader', 'all') && actor.id !== person;

/** @returns the walker's id */
export const endWalk = (ctx: EngineContext, command: Command, person: string): Promise<Result<string>> =>
  change(ctx, walks, person, command, ({ state, ended, v }) => {
    if (!mayLead(command, person)) return refused('common.not-allowed');
    if (state === 'over')
      return refused('common.already-decided', ended ? { by: ended.by, at: ended.at.toISOString() } : {});
    const unseen = refuseUnseen(command, String(v));
    if (unseen) return unseen;
    const by = { by: command.actor.id, at: ctx.clock.now() };
    return ok({
      action: 'walk ended',
      set: { state: 'over' as const, ended: by },
      events: [walkEnded({ person })],
      result: person,
    });
  });

/** @returns the walker's id */
export const reopenWalk = (ctx: EngineContext, command: Command, person: string): Promise<Result<string>> =>
  change(ctx, walks, person, command, ({ state, ended, v }) => {
    if (!mayLead(command, person)) return refused('common.not-allowed');
    if (state === 'joined' || !ended) return refused('reviews.nothing-to-undo');
    const unseen = refuseUnseen(command, String(v));
    if (unseen) return unseen;
    return ok({
      action: 'walk reopened',
      set: { state: 'joined' as const, ended: null },
      events: [walkReopened({ person })],
      result: person,
    });
  });
