// A nomination that the college did not confirm goes before its commission after all: whoever heard the appeal decided so.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { refuseWithoutConsent } from '../consent.ts';
import { refuseAfter } from '../editions/deadlines.ts';
import { editionOf } from '../editions/edition.ts';
import { nominationAdmitted } from '../events.ts';
import { nominations } from '../store.ts';
import { transition } from '../transitions.ts';
import { nominationOf } from './nomination.ts';

/** Whether the actor may is checked by the room of appeals. @returns the nomination's id */
export async function admitOnAppeal(
  ctx: EngineContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  const { person, edition } = await nominationOf(ctx, id);
  const now = ctx.clock.now();
  const blocked =
    refuseAfter(await editionOf(ctx, edition), 'internalEnds', now) ??
    (await refuseWithoutConsent(ctx, person));
  if (blocked) return blocked;
  return change(ctx, nominations, id, command, ({ state }) =>
    state === 'not-admitted'
      ? ok({
          action: 'nomination admitted on appeal',
          set: { state: 'at-college', admittedBy: command.actor.id, admittedAt: now, reason: null },
          events: [nominationAdmitted({ nomination: id, person })],
          result: id,
          details: transition(id, state, 'at-college'),
        })
      : refused('appeals.overtaken'),
  );
}
