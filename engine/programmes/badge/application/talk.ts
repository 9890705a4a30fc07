// Before activation the mentor gets in touch with participant and representative, learns of residence and health, explains
// how one takes part, and takes in documents (§3.3). What was said of health is kept sealed.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { people } from '../../../people/store.ts';
import type { Change } from '../../../store/command.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { refuseWithoutConsent } from '../consent.ts';
import { refuseOtherMentor } from '../rights.ts';
import { type Participation, participations } from '../store.ts';
import { talkRecorded } from './events.ts';
import { signaturesOf } from './proofs.ts';

export interface TalkNotes {
  /** Whether the representative was talked to as well; must be where they sign. */
  readonly withGuardian: boolean;
  readonly residence: string;
  /** Physical and mental health, as far as it matters for taking part. */
  readonly health: string;
}

/** @returns the participation's id */
export async function recordTalk(
  ctx: EngineContext,
  command: Command,
  id: string,
  { withGuardian, residence, health }: TalkNotes,
): Promise<Result<string>> {
  const now = ctx.clock.now();
  const { person: personId } = await participationOf(ctx, id);
  const person = await people.on(ctx.db).findById(personId, { birthDate: 1 }).lean();
  return beforeActivation(ctx, command, id, (current) => {
    const { needsGuardian } = signaturesOf(ctx.rules, current, person, now);
    if (needsGuardian && !withGuardian) return refused('badge.guardian-not-talked-to');
    if (residence.trim() === '' || health.trim() === '') return refused('badge.talk-incomplete');
    return ok({
      action: 'talk recorded',
      set: {
        talk: {
          participantAt: now,
          guardianAt: withGuardian ? now : null,
          residence: residence.trim(),
          sealedHealth: ctx.sealer.seal(health.trim()),
          by: command.actor.id,
        },
      },
      events: [talkRecorded({ participation: id, person: current.person })],
      result: id,
    });
  });
}

/** The order of taking part, requirements by direction, forms of report and incentives were explained. */
export const recordBriefing = (ctx: EngineContext, command: Command, id: string): Promise<Result<string>> =>
  beforeActivation(ctx, command, id, () =>
    ok({
      action: 'briefing recorded',
      set: { briefing: { at: ctx.clock.now(), by: command.actor.id } },
      result: id,
    }),
  );

type Noted = Change<Participation, string>;

/** A step of the participant's mentor between acceptance and activation. */
export async function beforeActivation(
  ctx: EngineContext,
  command: Command,
  id: string,
  decide: (current: Participation) => Result<Noted>,
): Promise<Result<string>> {
  const blocked = await refuseWithoutConsent(ctx, (await participationOf(ctx, id)).person);
  return change(ctx, participations, id, command, (current) => {
    const other: Refused | null = refuseOtherMentor(command.actor, current) ?? blocked;
    if (other) return other;
    return current.state === 'accepted' ? decide(current) : refused('badge.not-before-activation');
  });
}
