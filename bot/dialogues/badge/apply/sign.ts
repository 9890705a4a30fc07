// The agreement on voluntary participation: costs are named before it is signed, and nothing is ever to be paid for taking
// part. Somebody under 18 passes a link on to their representative, who signs from their own account.
import { text } from '../../../../engine/kernel/message.ts';
import {
  AGREEMENT_PAPER,
  signAgreement,
  signAsGuardian,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { call, goButton, say } from '../../../dialogue/steps/call.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { invitation } from '../../guardian/invite.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { formButton } from '../../shared/links.ts';
import { ownOf, signaturesIn, wardParticipation } from '../mine.ts';
import { placeOf } from '../place.ts';
import { type BadgeTalk, on } from '../talk.ts';

const statusButton = () => goButton('badge:button.status', 'badge.status');

export const sign: Dialogue<EngineContext> = dialogue('badge.sign', { version: 1 }, [
  say('signable', async (talk: BadgeTalk) => {
    const participation = await ownOf(talk);
    if (!participation) return ending('badge:reason.no-participation', undefined, menuButton());
    return participation.agreement.participant ? signedOutcome(participation._id, talk) : on;
  }),
  confirm('agreement', 'badge:agreement.text', undefined, {
    button: 'badge:button.sign',
    facts: async () => [text('badge:agreement.costs')],
  }),
  call(
    'sign',
    async (talk: BadgeTalk) =>
      signAgreement(talk.env, talk.command('sign'), (await ownOf(talk))?._id ?? talk.argument),
    { ok: signedOutcome },
  ),
]);

/** What is next: the representative's signature, or the operator's decision. */
async function signedOutcome(_id: string, talk: BadgeTalk): Promise<Outcome> {
  const participation = await ownOf(talk);
  if (!participation) return ending('badge:reason.no-participation', undefined, menuButton());
  const { needsGuardian, guardian } = await signaturesIn(talk, participation);
  if (needsGuardian && !participation.agreement.guardian)
    return invitation(talk, 'badge:agreement.pass-on', talk.actor.id);
  if (!guardian) return ending('badge:agreement.unproven', await placeOf(talk, participation), menuButton());
  const due = participation.dueAt.toISOString();
  return ending('badge:agreement.signed', { due }, statusButton(), menuButton());
}

export const signWard: Dialogue<EngineContext> = dialogue('badge.sign-ward', { version: 1 }, [
  say('signable', async (talk: BadgeTalk) => {
    const found = await wardParticipation(talk);
    if (!found) return ending('common:reason.not-allowed', undefined, menuButton());
    return found.participation.agreement.guardian ? wardSigned(talk.argument, talk) : on;
  }),
  confirm(
    'agreement',
    'badge:agreement.ward-text',
    async (talk: BadgeTalk) => {
      const found = await wardParticipation(talk);
      return { name: found?.ward.name ?? '', level: found?.participation.level ?? 'bronze' };
    },
    { button: 'badge:button.sign', facts: async () => [text('badge:agreement.costs')] },
  ),
  call('sign', (talk: BadgeTalk) => signAsGuardian(talk.env, talk.command('sign'), talk.argument), {
    ok: wardSigned,
  }),
]);

/** Signed; where the account alone is no proof, how it is proven. */
async function wardSigned(_id: string, talk: BadgeTalk): Promise<Outcome> {
  const found = await wardParticipation(talk);
  if (!found) return ending('common:reason.not-allowed', undefined, menuButton());
  const { guardian } = await signaturesIn(talk, found.participation);
  if (guardian) return ending('badge:agreement.ward-signed', undefined, menuButton());
  const place = await placeOf(talk, found.participation);
  const way = talk.env.signatures ? 'sign-or-come' : 'come';
  return ending(
    `badge:agreement.ward-unproven.${way}`,
    place,
    goButton('guardian:button.phone', 'guardian.phone'),
    ...(await signatureButton(talk)),
    menuButton(),
  );
}

/** Leads to the form on which the agreement is signed electronically, where this deployment can check it. */
async function signatureButton(talk: BadgeTalk) {
  if (!talk.env.signatures) return [];
  const about = { paper: AGREEMENT_PAPER, subject: talk.argument };
  const form = await formButton(talk, { kind: 'paper-signature', person: talk.actor.id, about });
  return [{ ...form, label: text('badge:button.sign-electronically') }];
}
