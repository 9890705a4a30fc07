// The operator decides on a centre; then its head signs the agreement within 10 working days, or the right is lost (§3.3).
import type { Command } from '../../../kernel/actor.ts';
import { holds, systemActor } from '../../../kernel/actor.ts';
import { endOfDay, localDate } from '../../../kernel/calendar.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { addWorkingDays } from '../../../kernel/working-days.ts';
import { workingCalendar } from '../../../reference/calendar/working-calendar.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { isOperator } from '../rights.ts';
import { type Centre, centreScope, centres } from '../store.ts';
import { transition } from '../transitions.ts';
import { centreAccepted, centreLapsed, centreRefused, centreSigned } from './events.ts';

export type CentreDecision =
  | { readonly centre: string; readonly accept: true }
  | { readonly centre: string; readonly accept: false; readonly reason: string };

export const centreVersion = ({ v }: Pick<Centre, 'v'>): string => String(v);

/** @returns the centre's id */
export async function decideCentre(
  ctx: EngineContext,
  command: Command,
  given: CentreDecision,
): Promise<Result<string>> {
  const signBy = given.accept ? await agreementDue(ctx) : null;
  return change(ctx, centres, given.centre, command, (current) => {
    const blocked = undecidable(command, current);
    if (blocked) return blocked;
    const reason = given.accept ? null : given.reason.trim();
    if (reason === '') return refused('badge.reason-missing');
    const state = given.accept ? ('accepted' as const) : ('refused' as const);
    const announced = given.accept ? centreAccepted : centreRefused;
    return ok({
      action: `centre ${state}`,
      set: { state, signBy, decision: { by: command.actor.id, at: ctx.clock.now(), reason } },
      events: [announced({ centre: current._id })],
      result: current._id,
      details: transition('centre', current._id, 'applied', state),
    });
  });
}

function undecidable(command: Command, current: Centre): Refused | null {
  const { headId, state, decision } = current;
  if (!isOperator(command.actor) || command.actor.id === headId) return refused('common.not-allowed');
  if (state !== 'applied')
    return refused('common.already-decided', {
      by: decision?.by ?? null,
      at: decision?.at.toISOString() ?? null,
    });
  return refuseUnseen(command, centreVersion(current));
}

/** End of the last working day for the agreement, counted from the decision. */
async function agreementDue(ctx: EngineContext): Promise<Date> {
  const on = localDate(ctx.clock.now());
  const days = ctx.rules.number('badge', 'centreAgreementDays', on);
  return endOfDay(addWorkingDays(await workingCalendar(ctx, on), on, days));
}

/** The head signs: the centre may take participants from now on. @returns the centre's id */
export function signAsCentre(ctx: EngineContext, command: Command, bin: string): Promise<Result<string>> {
  return change(ctx, centres, bin, command, ({ state, headId, signBy }) => {
    const now = ctx.clock.now();
    const isHead = command.actor.id === headId && holds(command.actor, 'centre-head', centreScope(bin));
    if (!isHead) return refused('common.not-allowed');
    if (state === 'lapsed' || (state === 'accepted' && signBy !== null && now > signBy))
      return refused('badge.centre-right-lost', { bin });
    if (state !== 'accepted') return refused('badge.centre-nothing-to-sign');
    return ok({
      action: 'centre signed the agreement',
      set: { state: 'active' as const, signedAt: now },
      events: [centreSigned({ centre: bin })],
      result: bin,
      details: transition('centre', bin, state, 'active'),
    });
  });
}

/** Called when the term has passed. */
export async function lapseCentre(ctx: EngineContext, bin: string): Promise<void> {
  const command: Command = { id: `lapse/${bin}`, actor: systemActor };
  await change(ctx, centres, bin, command, ({ state, signBy }) => {
    if (state !== 'accepted' || signBy === null || ctx.clock.now() <= signBy)
      return refused('common.already-done');
    return ok({
      action: 'centre lost its right',
      set: { state: 'lapsed' as const },
      events: [centreLapsed({ centre: bin })],
      result: bin,
      details: transition('centre', bin, state, 'lapsed'),
    });
  });
}
