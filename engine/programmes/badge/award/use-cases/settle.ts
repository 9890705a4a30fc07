// What the commission's protocol makes of the nominations: a badge or none, an invitation to the ceremony or none. Follows from
// the conclusion of a sitting, once; a badge that was given is never taken back, nor given again.
import { outcomesOfSitting } from '../../../../commissions/see.ts';
import { systemActor } from '../../../../kernel/actor.ts';
import { localDate } from '../../../../kernel/calendar.ts';
import { ok, refused } from '../../../../kernel/result.ts';
import { change } from '../../../../store/command.ts';
import type { EngineContext } from '../../../context.ts';
import { badgeAwarded, badgeNotAwarded } from '../events.ts';
import { mayMove } from '../states.ts';
import { awards, ceremonyOf } from '../store.ts';

export async function settleSitting(ctx: EngineContext, sitting: string, protocol: number): Promise<void> {
  const outcomes = (await outcomesOfSitting(ctx, sitting)) ?? [];
  const subjects = [...new Set(outcomes.map(({ subject }) => subject))];
  for (const subject of subjects) {
    const came = (question: string) =>
      outcomes.some(
        (each) => each.subject === subject && each.question === question && each.outcome === 'awarded',
      );
    const isWithdrawn = outcomes.some((each) => each.subject === subject && each.outcome === 'withdrawn');
    if (!isWithdrawn)
      await settle(ctx, subject, { sitting, protocol, awarded: came('award'), invited: came('invitation') });
  }
}

interface Outcome {
  readonly sitting: string;
  readonly protocol: number;
  readonly awarded: boolean;
  readonly invited: boolean;
}

async function settle(ctx: EngineContext, id: string, { awarded, invited, ...by }: Outcome): Promise<void> {
  const command = { id: `badge-award/${by.sitting}/${by.protocol}/${id}`, actor: systemActor };
  const to = awarded ? 'awarded' : 'not-awarded';
  const ceremony = awarded && invited ? await nextCeremony(ctx) : null;
  await change(ctx, awards, id, command, ({ state, person }) => {
    if (!mayMove(state, to)) return refused('common.already-done');
    const event = awarded ? badgeAwarded : badgeNotAwarded;
    return ok({
      action: awarded ? 'badge awarded' : 'badge not awarded',
      set: {
        state: to,
        ceremony,
        decision: { ...by, at: ctx.clock.now(), awarded, invited: awarded && invited },
      },
      events: [event({ award: id, person })],
      result: id,
    });
  });
}

/** The year of a ceremony that is set and still to come; null where none is: it is assigned once one is set. */
async function nextCeremony(ctx: EngineContext): Promise<string | null> {
  const today = localDate(ctx.clock.now());
  const year = Number(today.slice(0, 4));
  for (const each of [year, year + 1]) {
    const set = await ceremonyOf(ctx, String(each));
    if (set && set.on >= today) return set._id;
  }
  return null;
}
