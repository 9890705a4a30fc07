// Nominations where a test wants them to stand, without their way there; and those who act at the republican stage.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { type NominationState, nominationId } from '../../../engine/programmes/contest/programme.ts';
import { nominations } from '../../../engine/programmes/contest/store.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { create } from '../../../engine/store/command.ts';
import { command, person, student } from './people.ts';

export const holding: Actor = person('holding', { role: 'holding', scope: 'all' });

export interface Standing {
  readonly state?: NominationState;
  readonly edition?: string;
  readonly college?: string;
  readonly region?: string;
  readonly name?: string;
  readonly birthDate?: string;
  /** Somebody who is there already. */
  readonly actor?: Actor;
}

export interface Placed {
  readonly id: string;
  readonly actor: Actor;
}

/** A nominee who stands there; a winner of the region unless told otherwise. */
export async function placed(ctx: EngineContext, wish: Standing = {}): Promise<Placed> {
  const { state = 'passed', edition = '2026', college = 'alpha', region = '71', name, birthDate } = wish;
  const actor =
    wish.actor ?? (await student(ctx, { ...(name && { name }), ...(birthDate && { birthDate }) }));
  const id = nominationId(edition, actor.id);
  const now = ctx.clock.now();
  await create(ctx, nominations, id, command(), {
    action: 'placed by a test',
    set: {
      ...{
        edition,
        person: actor.id,
        college,
        region,
        by: 'student' as const,
        lowestMark: 5,
        grounds: [],
        state,
      },
      ...{
        proposedAt: now,
        admittedBy: null,
        admittedAt: null,
        sentAt: now,
        passedAt: now,
        collegeSeat: null,
        regionSeat: null,
      },
      ...{ placings: { college: null, region: null, republic: null }, reason: null, admission: null },
    },
    result: id,
  });
  return { id, actor };
}
