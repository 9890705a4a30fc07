// What follows in a participation from what becomes of its nomination, and in a nomination from the end of its participation.

import { caseId, cases } from '../../../../commissions/store.ts';
import { withdrawCase } from '../../../../commissions/use-cases/feed-case.ts';
import { systemActor } from '../../../../kernel/actor.ts';
import { ok, refused } from '../../../../kernel/result.ts';
import { change } from '../../../../store/command.ts';
import type { EngineContext } from '../../../context.ts';
import { mayTransition, type ParticipationState } from '../../states.ts';
import { participations } from '../../store.ts';
import { transition } from '../../transitions.ts';
import { openSittingOf } from '../commission.ts';
import { questions } from '../rule.ts';
import { mayMove } from '../states.ts';
import { awards } from '../store.ts';

/** @param cause the event: a repeat of it changes nothing */
export async function moveParticipation(
  ctx: EngineContext,
  cause: string,
  id: string,
  to: Extract<ParticipationState, 'nominated' | 'awarded' | 'not-awarded'>,
): Promise<void> {
  const command = { id: `event/${cause}/${to}`, actor: systemActor };
  await change(ctx, participations, id, command, ({ state }) => {
    if (!mayTransition.participation(state, to)) return refused('common.already-done');
    const ended = to === 'awarded' ? { endedAt: ctx.clock.now() } : {};
    return ok({
      action: `participation ${to}`,
      set: { state: to, ...ended },
      result: id,
      details: transition('participation', id, state, to),
    });
  });
}

/** The participation ended before the commission decided. */
export async function withdrawNomination(ctx: EngineContext, cause: string, id: string): Promise<void> {
  if (!(await awards.on(ctx.db).exists({ _id: id }))) return;
  const command = { id: `event/${cause}/withdrawn`, actor: systemActor };
  await change(ctx, awards, id, command, ({ state }) =>
    mayMove(state, 'withdrawn')
      ? ok({ action: 'nomination withdrawn', set: { state: 'withdrawn' as const }, result: id })
      : refused('common.already-done'),
  );
  const sitting = await openSittingOf(ctx);
  for (const question of sitting ? questions : []) {
    const asked = caseId(sitting?._id ?? '', id, question);
    if (await cases.on(ctx.db).exists({ _id: asked }))
      await withdrawCase(ctx, { ...command, id: `${command.id}/${question}` }, asked);
  }
}
