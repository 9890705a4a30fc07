// The term of a level passes: whoever has not completed it by then is told, and may apply again (§1).
import { systemActor } from '../../../kernel/actor.ts';
import { ok, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import { setTimer } from '../../../store/timers.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { type Participation, participations } from '../store.ts';
import { endOfTerm } from '../term.ts';
import { transition } from '../transitions.ts';
import { termExpired } from './events.ts';

export const TERM_TIMER = 'badge.term-ends';

/** Looks again when the term is over as it stands now; weeks that are excused later move it on. */
export async function watchTerm(ctx: EngineContext, id: string): Promise<void> {
  const participation = await participationOf(ctx, id);
  const ends = endOfTerm(participation);
  if (!ends || participation.state !== 'active') return;
  const dueAt = new Date(ends.getTime() + 1);
  const key = `${TERM_TIMER}/${id}/${participation.round}/${dueAt.toISOString().slice(0, 10)}`;
  await setTimer(ctx, { key, kind: TERM_TIMER, dueAt, data: { id } });
}

const isOver = (participation: Participation, now: Date): boolean => {
  const ends = endOfTerm(participation);
  return participation.state === 'active' && ends !== null && ends < now;
};

export async function expireTerm(ctx: EngineContext, id: string): Promise<void> {
  const now = ctx.clock.now();
  const found = await participationOf(ctx, id);
  if (!isOver(found, now)) return watchTerm(ctx, id);
  const command = { id: `${TERM_TIMER}/${id}/${found.round}`, actor: systemActor };
  await change(ctx, participations, id, command, (current) => {
    if (!isOver(current, now)) return refused('common.already-done');
    return ok({
      action: 'term expired',
      set: { state: 'expired' as const, endedAt: now, proposed: null },
      events: [termExpired({ participation: id, person: current.person })],
      result: id,
      details: transition('participation', id, 'active', 'expired'),
    });
  });
}
