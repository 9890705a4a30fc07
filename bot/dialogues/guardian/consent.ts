// A legal representative opens the link that a minor passed on: what it is about, in plain words; yes or no; who they
// are to the minor; then the secure form, on which the consent is given.

import { naming } from '../../../engine/kernel/about.ts';
import { chatKey } from '../../../engine/kernel/chat.ts';
import { text } from '../../../engine/kernel/message.ts';
import type { Reason } from '../../../engine/kernel/result.ts';
import { declineGuardianship, invitedWard, takeUpInvitation } from '../../../engine/people/guardians.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import { relations } from '../../../engine/people/store.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome, type Step } from '../../dialogue/step.ts';
import { ask } from '../../dialogue/steps/ask.ts';
import { call, goButton, reasonTexts } from '../../dialogue/steps/call.ts';
import { choose, type Option } from '../../dialogue/steps/choose.ts';
import { deciding } from '../../dialogue/steps/deciding.ts';
import { answer, type Talk } from '../../dialogue/talk.ts';
import { fullName } from '../fields/full-name.ts';
import { menuButton } from '../shared/endings.ts';
import { formButton } from '../shared/links.ts';
import type { OpenLink } from '../shared/open-link.ts';

type GuardianTalk = Talk<EngineContext>;

const wardIn = ({ env, argument, address }: GuardianTalk) => invitedWard(env, argument, chatKey(address));

const menuRow = () => [menuButton()];

const told = (reasons: readonly Reason[]): Outcome => ({
  texts: reasonTexts(reasons),
  buttons: [menuRow()],
  next: 'end',
});

/** Null for a link that is no guardian's. */
export const openGuardianLink: OpenLink = async (talk) => {
  const ward = await wardIn(talk);
  if (!ward.ok)
    return ward.reasons.some(({ code }) => code === 'common.link-used') ? null : told(ward.reasons);
  const isKnown = await personOfChat(talk.env, chatKey(talk.address));
  const go = isKnown ? 'guardian.consent-known' : 'guardian.consent';
  const texts = [
    naming(text('guardian:offer', { name: ward.value.name }), ward.value.id),
    ...ward.value.purposes.map((purpose) => text(`guardian:consent.${purpose}`)),
  ];
  return { texts, next: { go, argument: talk.argument } };
};

const decisions: readonly Option[] = ['yes', 'no'].map((value) => ({
  value,
  label: text(`guardian:decision.${value}`),
}));

const relationOptions: readonly Option[] = relations.map((value) => ({
  value,
  label: text(`guardian:relation.${value}`),
}));

const decide: readonly Step<EngineContext>[] = [
  deciding(choose('decision', decisions, 'guardian:which-decision')),
  call(
    'decline',
    (talk) => declineGuardianship(talk.env, talk.command('decline'), talk.argument, chatKey(talk.address)),
    {
      ok: () => ({ texts: [text('guardian:declined')], buttons: [menuRow()], next: 'end' }),
      refused: told,
      when: (draft) => draft.decision === 'no',
    },
  ),
];

const takeUp: readonly Step<EngineContext>[] = [
  choose('relation', relationOptions, 'guardian:which-relation'),
  call(
    'take-up',
    (talk) =>
      takeUpInvitation(talk.env, talk.command('take-up'), {
        ...{ secret: talk.argument, chat: chatKey(talk.address), language: talk.language },
        name: answer(talk.draft, 'name'),
      }),
    { ok: formOffer, refused: told },
  ),
];

export const guardianConsent: Dialogue<EngineContext> = dialogue('guardian.consent', { version: 1 }, [
  ...decide,
  ask('name', fullName, 'guardian:which-name'),
  ...takeUp,
]);

export const guardianKnown: Dialogue<EngineContext> = dialogue('guardian.consent-known', { version: 1 }, [
  ...decide,
  ...takeUp,
]);

async function formOffer(
  { guardian, minor }: { readonly guardian: string; readonly minor: string },
  talk: GuardianTalk,
): Promise<Outcome> {
  const about = { minor, relation: answer(talk.draft, 'relation') };
  const form = await formButton(talk, { kind: 'guardian-form', person: guardian, about });
  const byPhone = goButton('guardian:button.phone', 'guardian.phone');
  return { texts: [text('guardian:form')], buttons: [[form], [byPhone], menuRow()], next: 'end' };
}
