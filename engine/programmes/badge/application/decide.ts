// The operator decides an application within 14 working days (§3.1). It is accepted on the rules alone; a refusal has a reason.
import type { Command } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { people } from '../../../people/store.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { refuseWithoutConsent } from '../consent.ts';
import { isOperator } from '../rights.ts';
import { type Participation, participations } from '../store.ts';
import { transition } from '../transitions.ts';
import { applicationAccepted, applicationRefused } from './events.ts';
import { applicationVerdict } from './verdict.ts';

export type ApplicationDecision =
  | { readonly id: string; readonly accept: true }
  | { readonly id: string; readonly accept: false; readonly reason: string };

/** @returns the participation's id */
export function decideApplication(
  ctx: EngineContext,
  command: Command,
  given: ApplicationDecision,
): Promise<Result<string>> {
  return change(ctx, participations, given.id, command, async (current) => {
    const blocked = undecidable(command, current);
    if (blocked) return blocked;
    return given.accept ? accepted(ctx, command, current) : notAccepted(ctx, command, current, given.reason);
  });
}

/** What its decider saw: everything that the card shows is in the document. */
export const applicationVersion = ({ v }: Pick<Participation, 'v'>): string => String(v);

function undecidable(command: Command, current: Participation): Refused | null {
  const { state, person, decision } = current;
  if (!isOperator(command.actor) || command.actor.id === person) return refused('common.not-allowed');
  if (state !== 'applied')
    return refused('common.already-decided', {
      by: decision?.by ?? null,
      at: decision?.at.toISOString() ?? null,
    });
  return refuseUnseen(command, applicationVersion(current));
}

/** A change to `accepted`, where rules and consent allow it. */
export async function accepted(ctx: EngineContext, command: Command, current: Participation) {
  const { _id: id, person: personId, state } = current;
  const person = await people.on(ctx.db).findById(personId).lean();
  if (!person) throw new AppError('not-found', `person ${personId} does not exist`);
  const verdict = await applicationVerdict(ctx, person, current);
  if (!verdict.ok) return verdict;
  const blocked = await refuseWithoutConsent(ctx, personId);
  if (blocked) return blocked;
  return ok({
    action: 'application accepted',
    set: {
      state: 'accepted' as const,
      admission: verdict.value,
      decision: { by: command.actor.id, at: ctx.clock.now(), reason: null },
      endedAt: null,
    },
    events: [applicationAccepted({ participation: id, person: personId })],
    result: id,
    details: transition('participation', id, state, 'accepted'),
  });
}

function notAccepted(ctx: EngineContext, command: Command, current: Participation, reason: string) {
  const { _id: id, person } = current;
  if (reason.trim() === '') return refused('badge.reason-missing');
  const now = ctx.clock.now();
  return ok({
    action: 'application refused',
    set: {
      state: 'refused' as const,
      decision: { by: command.actor.id, at: now, reason: reason.trim() },
      endedAt: now,
    },
    events: [applicationRefused({ participation: id, person })],
    result: id,
    details: transition('participation', id, 'applied', 'refused'),
  });
}
