// A participation that has reached a state, as it is stored: for tests of what comes after it.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { giveConsent } from '../../../engine/people/consents.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import { consentTerms } from '../../../engine/programmes/badge/consent.ts';
import type { Level, ParticipationState } from '../../../engine/programmes/badge/states.ts';
import {
  centreScope,
  centres,
  participationId,
  participations,
} from '../../../engine/programmes/badge/store.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { create } from '../../../engine/store/command.ts';
import { newCommand, newStaff, personOf, unwrap } from '../credit/cast.ts';
import { validBin } from '../identity/numbers.ts';

export const CENTRE = validBin(7);

/** A centre whose agreement is in force, with its head and a mentor. */
export async function activeCentre(ctx: EngineContext, bin = CENTRE, region = '75') {
  const scope = centreScope(bin);
  const head = await newStaff(ctx, `head-${bin}`, [{ role: 'centre-head', scope }]);
  const mentor = await newStaff(ctx, `mentor-${bin}`, [{ role: 'mentor', scope }]);
  const now = ctx.clock.now();
  await create(ctx, centres, bin, newCommand(), {
    action: 'centre signed',
    set: {
      ...{ name: 'Жас қадам орталығы', searchName: 'жас кадам орталыгы', region, address: 'Мысал көшесі, 1' },
      ...{ contact: 'centre.example', about: '', headId: head.id, state: 'active', appliedAt: now },
      ...{ decision: null, signBy: null, signedAt: now, trained: [] },
    },
    result: bin,
  });
  return { bin, scope, region, head, mentor };
}

export type Centre = Awaited<ReturnType<typeof activeCentre>>;

/** Of age, with a consent in force. */
export async function newParticipant(ctx: EngineContext, name: string): Promise<Actor> {
  const chat = `participant.telegram.${name}`;
  const blank = { phone: null, grants: [], student: null, consents: [] };
  const who = { chat, name, language: 'kk' as const, region: '75', birthDate: '2006-02-01' };
  unwrap(await registerPerson(ctx, newCommand(), { ...who, ...blank }));
  const actor = await personOf(ctx, chat);
  const terms = { ...consentTerms(ctx.clock.now()), person: actor.id, givenBy: actor.id };
  unwrap(await giveConsent(ctx, newCommand(actor), terms));
  return actor;
}

export interface Reached {
  readonly centre: Centre;
  readonly level?: Level;
  readonly state?: ParticipationState;
}

/** @returns the participation's id */
export async function participationIn(
  ctx: EngineContext,
  { id: person }: Actor,
  { centre, level = 'bronze', state = 'complete' }: Reached,
): Promise<string> {
  const now = ctx.clock.now();
  const id = participationId(person, level);
  const place = { region: centre.region, place: 'Мысал ауылы' };
  const signed = { person, at: now, how: 'account' as const, confirmedBy: null };
  const sport = {
    direction: 'sport' as const,
    mandatory: true,
    form: 'own' as const,
    activity: 'Жүгіру',
    provider: null,
  };
  const done = { direction: 'sport' as const, by: centre.mentor.id, at: now, assessment: 'Мақсатына жетті.' };
  const made = await create(ctx, participations, id, newCommand(), {
    action: 'reached',
    set: {
      ...{ person, level, state, round: 1, startedOn: '2026-03-02', ruleVersion: '2020', admission: null },
      ...{
        region: centre.region,
        centre: centre.bin,
        mentor: centre.mentor.id,
        profile: 'general',
        longer: null,
      },
      page: {
        photo: '',
        residence: place,
        study: { kind: 'none', ...place },
        about: 'Жас маман',
        hobby: 'Домбыра',
      },
      ...{ directions: [sport], undertaking: { textVersion: '1', at: now } },
      agreement: { textVersion: '1', participant: signed, guardian: null },
      ...{ sentAt: now, dueAt: now, decision: null, talk: null, briefing: null, documents: [] },
      ...{ schedule: null, proposed: null, activatedAt: now, termEndsAt: now, excusedWeeks: [] },
      ...{ confirmed: [done], completedAt: now, endedAt: null, createdAt: now },
    },
    result: id,
  });
  if (!made.created) throw new Error(`there is a participation ${id}`);
  return id;
}
