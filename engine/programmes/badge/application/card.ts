// The card of an application as the operator decides it: who, which level and directions, the personal page, the signatures,
// until when.
import { naming } from '../../../kernel/about.ts';
import { type Text, text } from '../../../kernel/message.ts';
import { ageOn } from '../../../people/age.ts';
import { nameOf } from '../../../people/reach.ts';
import { type Person, people } from '../../../people/store.ts';
import type { CardParts } from '../../../reviews/card-parts.ts';
import type { EngineContext } from '../../context.ts';
import { centreOf, participationOf } from '../cases.ts';
import type { Participation } from '../store.ts';
import { directionParams, staffGo } from '../words.ts';
import { applicationVersion } from './decide.ts';
import { signaturesOf } from './proofs.ts';

export async function applicationCard(ctx: EngineContext, id: string): Promise<CardParts> {
  const participation = await participationOf(ctx, id);
  const { person: personId, page, state } = participation;
  const person = await people.on(ctx.db).findById(personId).lean();
  const isOpen = state === 'applied';
  return {
    version: applicationVersion(participation),
    body: [
      naming(text('badge-staff:card.application', await bodyOf(ctx, person, participation)), personId),
      text(
        'badge-staff:card.directions',
        directionParams(participation.directions.map((each) => each.direction)),
      ),
      ...signatureTexts(ctx, person, participation),
    ],
    ahead: isOpen ? [text('badge-staff:card.application-ahead')] : [],
    evidence: [text('badge-staff:card.page', { about: page.about, hobby: page.hobby })],
    media: page.photo === '' ? [] : [page.photo],
    decisions: isOpen
      ? [staffGo('accept', 'badge.application-accept', id), staffGo('refuse', 'badge.application-refuse', id)]
      : [],
    result: isOpen ? null : await resultOf(ctx, participation),
  };
}

async function bodyOf(ctx: EngineContext, person: Person | null, participation: Participation) {
  const { level, page, sentAt, dueAt, startedOn, centre, mentor } = participation;
  return {
    name: person?.name ?? '—',
    age: ageOn(person?.birthDate ?? startedOn, startedOn),
    level,
    ...{ region: page.residence.region, place: page.residence.place },
    ...{ study: page.study.kind, school: page.study.place || '—' },
    centre: (await centreOf(ctx, centre)).name,
    mentor: (await nameOf(ctx, mentor)) || '—',
    at: sentAt.toISOString(),
    due: dueAt.toISOString(),
  };
}

function signatureTexts(
  ctx: EngineContext,
  person: Person | null,
  participation: Participation,
): readonly Text[] {
  const signed = signaturesOf(ctx.rules, participation, person, ctx.clock.now());
  const { participant, guardian } = participation.agreement;
  const own = text(
    `badge-staff:signed.participant.${signed.participant ? (participant?.how ?? 'no') : 'no'}`,
  );
  if (!signed.needsGuardian) return [own];
  const state = signed.guardian ? (guardian?.how ?? 'no') : guardian ? 'unproven' : 'no';
  return [own, text(`badge-staff:signed.guardian.${state}`)];
}

async function resultOf(ctx: EngineContext, { state, decision }: Participation): Promise<Text> {
  if (!decision) return text('badge-staff:result.application.withdrawn');
  const key = state === 'refused' ? 'refused' : 'accepted';
  const by = (await nameOf(ctx, decision.by)) || '—';
  const params = { by, at: decision.at.toISOString(), reason: decision.reason ?? '' };
  return naming(text(`badge-staff:result.application.${key}`, params), decision.by);
}
