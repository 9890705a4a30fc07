// The mentor excuses weeks or does not. The term moves on by a week for each that is excused; what follows from the
// decision is written to the participation by the event.
import { type Command, systemActor } from '../../../kernel/actor.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { refuseWithoutConsent } from '../consent.ts';
import { type Participation, participations } from '../store.ts';
import { refuseUnlessActing } from '../supervision/acting.ts';
import { excusedWeeksOf, excuseOf, named } from './cases.ts';
import { excuseRefused, excuseReopened, weeksExcused } from './events.ts';
import { type Excuse, excuses } from './store.ts';

export type ExcuseVerdict = { readonly excuse: true } | { readonly excuse: false; readonly words: string };

/** @returns the request's id */
export async function decideExcuse(
  ctx: EngineContext,
  command: Command,
  id: string,
  verdict: ExcuseVerdict,
): Promise<Result<string>> {
  const participation = await participationOf(ctx, (await excuseOf(ctx, id)).participation);
  const barred =
    (await refuseUnlessActing(ctx, command.actor, participation)) ??
    (await refuseWithoutConsent(ctx, participation.person));
  if (barred) return barred;
  return change(ctx, excuses, id, command, (current) => {
    const blocked = refuseSettled(current, participation) ?? refuseUnseen(command, String(current.v));
    if (blocked) return blocked;
    const words = verdict.excuse ? null : verdict.words.trim();
    return ok({
      action: verdict.excuse ? 'weeks excused' : 'excuse refused',
      set: {
        state: verdict.excuse ? ('excused' as const) : ('refused' as const),
        decision: { by: command.actor.id, at: ctx.clock.now(), words },
      },
      events: [(verdict.excuse ? weeksExcused : excuseRefused)(named(current))],
      result: id,
    });
  });
}

function refuseSettled({ state, decision }: Excuse, participation: Participation): Refused | null {
  if (state !== 'asked') {
    const { by = null, at } = decision ?? {};
    return refused('common.already-decided', { by, at: at?.toISOString() ?? null });
  }
  return participation.state === 'active' ? null : refused('badge-journal.participation-over');
}

export async function undoExcuse(ctx: EngineContext, command: Command, id: string): Promise<Result<string>> {
  const participation = await participationOf(ctx, (await excuseOf(ctx, id)).participation);
  const barred = await refuseUnlessActing(ctx, command.actor, participation);
  if (barred) return barred;
  return change(ctx, excuses, id, command, (current) => {
    if (current.state === 'asked') return refused('reviews.nothing-to-undo');
    const unseen = refuseUnseen(command, String(current.v));
    if (unseen) return unseen;
    if (participation.state !== 'active') return refused('reviews.undo-overtaken');
    return ok({
      action: 'excuse reopened',
      set: { state: 'asked' as const, decision: null },
      events: [excuseReopened(named(current))],
      result: id,
    });
  });
}

/** Brings the participation's excused weeks to what the decided requests say: any number of times, in any order. */
export async function settleExcusedWeeks(
  ctx: EngineContext,
  { id: event, participation: id }: { readonly id: string; readonly participation: string },
): Promise<void> {
  const command = { id: `event/${event}/excused-weeks`, actor: systemActor };
  await change(ctx, participations, id, command, async ({ excusedWeeks, round }) => {
    const weeks = await excusedWeeksOf(ctx, id, round);
    if (weeks.join() === excusedWeeks.join()) return refused('common.already-done');
    return ok({
      action: 'excused weeks settled',
      set: { excusedWeeks: [...weeks] },
      result: null,
      details: { weeks },
    });
  });
}
