// «Қатысушы»: the mentor activates the participant. Refused with everything that is missing; from then on the term runs and
// the journal counts (§3.3).
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Reason, type Result, refusedFor } from '../../../kernel/result.ts';
import { type Person, people } from '../../../people/store.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { refuseWithoutConsent } from '../consent.ts';
import { refuseOtherMentor } from '../rights.ts';
import { type Participation, participations } from '../store.ts';
import { termFrom } from '../term.ts';
import { transition } from '../transitions.ts';
import { participantActivated } from './events.ts';
import { signaturesOf } from './proofs.ts';

/** What must be there before activation, in the order in which it comes to be. */
export const activationSteps = [
  ...(['acceptance', 'agreement', 'guardian', 'talk', 'briefing', 'schedule'] as const),
] as const;
export type ActivationStep = (typeof activationSteps)[number];

type Person18 = Pick<Person, 'birthDate'> | null;

export function missingForActivation(
  ctx: EngineContext,
  person: Person18,
  participation: Participation,
): readonly ActivationStep[] {
  const { state, talk, briefing, schedule } = participation;
  const signed = signaturesOf(ctx.rules, participation, person, ctx.clock.now());
  const isThere: Readonly<Record<ActivationStep, boolean>> = {
    acceptance: state !== 'applied' && state !== 'refused',
    agreement: signed.participant,
    guardian: signed.guardian,
    talk: talk !== null && (!signed.needsGuardian || talk.guardianAt !== null),
    briefing: briefing !== null,
    schedule: schedule !== null && schedule.agreedAt !== null,
  };
  return activationSteps.filter((step) => !isThere[step]);
}

const reasonOf = (step: ActivationStep): Reason => ({ code: `badge.activation-needs-${step}` });

/** @returns the participation's id */
export async function activateParticipant(
  ctx: EngineContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  const { person: personId } = await participationOf(ctx, id);
  const person = await people.on(ctx.db).findById(personId, { birthDate: 1 }).lean();
  const blocked = await refuseWithoutConsent(ctx, personId);
  return change(ctx, participations, id, command, (current) => {
    const other = refuseOtherMentor(command.actor, current) ?? blocked;
    if (other) return other;
    const missing = missingForActivation(ctx, person, current);
    if (missing.length > 0) return refusedFor(missing.map(reasonOf));
    if (current.state !== 'accepted') return refusedFor([{ code: 'badge.activated-already' }]);
    const now = ctx.clock.now();
    return ok({
      action: 'participant activated',
      set: {
        state: 'active' as const,
        activatedAt: now,
        termEndsAt: termFrom(ctx.rules, current.level, current.startedOn, now),
      },
      events: [participantActivated({ participation: id, person: personId })],
      result: id,
      details: transition('participation', id, current.state, 'active'),
    });
  });
}
