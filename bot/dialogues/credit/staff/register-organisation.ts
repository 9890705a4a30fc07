// A head registers an organisation: who it is and what it does. The accreditor's decision comes as a notice.
import { chatKey } from '../../../../engine/kernel/chat.ts';
import { text } from '../../../../engine/kernel/message.ts';
import { activityParams } from '../../../../engine/organisations/accreditation-card.ts';
import { registerOrganisation } from '../../../../engine/organisations/registration.ts';
import { organisationKinds } from '../../../../engine/organisations/store.ts';
import { personOfChat } from '../../../../engine/people/reach.ts';
import type { FormKindName } from '../../../../engine/people/secure-forms.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { directions } from '../../../../engine/programmes/credit/programme.ts';
import { type Dialogue, dialogue, type Outcome, type Step } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { askAgain, call, say, showReasons } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { chooseSeveral } from '../../../dialogue/steps/choose-several.ts';
import { type Change, review } from '../../../dialogue/steps/review.ts';
import { answer, answerList } from '../../../dialogue/talk.ts';
import { bin } from '../../fields/bin.ts';
import { freeText } from '../../fields/free-text.ts';
import { fullName } from '../../fields/full-name.ts';
import { regionOptions } from '../../fields/regions.ts';
import { formButton } from '../../shared/links.ts';
import { ending, isKnown, menuButton, type StaffTalk } from './staff-talk.ts';

const kinds: readonly Option[] = organisationKinds.map((kind) => ({
  value: kind,
  label: text(`credit-staff:org.kind-option.${kind}`),
}));

const directionOptions: readonly Option[] = directions.map((direction) => ({
  value: direction,
  label: text(`credit:direction.${direction}`),
}));

const change: readonly Change[] = [
  { step: 'head', label: 'credit-staff:change.head' },
  { step: 'bin', label: 'credit-staff:change.bin' },
  { step: 'name', label: 'credit-staff:change.name' },
  { step: 'kind', label: 'credit-staff:change.kind' },
  { step: 'region', label: 'credit-staff:change.region' },
  { step: 'address', label: 'credit-staff:change.address' },
  { step: 'activities', label: 'credit-staff:change.activities' },
  { step: 'contact', label: 'credit-staff:change.contact' },
];

const questions: readonly Step<EngineContext>[] = [
  ask('bin', bin, 'credit-staff:org.bin'),
  ask('name', freeText({ least: 3, most: 200 }), 'credit-staff:org.name'),
  choose('kind', kinds, 'credit-staff:org.kind'),
  choose('region', regionOptions, 'credit-staff:org.region'),
  ask('address', freeText({ least: 5, most: 200 }), 'credit-staff:org.address'),
  chooseSeveral('activities', directionOptions, 'credit-staff:org.activities', {
    chosen: 'credit-staff:button.chosen',
    none: 'credit-staff:org.activities-none',
  }),
  ask('contact', freeText({ least: 5, most: 200 }), 'credit-staff:org.contact'),
  review('review', 'credit-staff:org.review', reviewParams, { button: 'credit-staff:button.send', change }),
  call('register', register, {
    ok: sent,
    refused: (reasons) => {
      if (reasons.some(({ code }) => code === 'common.organisation-known'))
        return ending('org.bin-known', undefined, menuButton());
      return reasons.some(({ code }) => code.startsWith('common.bin-'))
        ? askAgain('bin')(reasons)
        : showReasons(reasons);
    },
  }),
];

/** Someone whom Qadam knows is not asked for their name; everyone else gives it first. */
export const registerKnown: Dialogue<EngineContext> = dialogue('org.register', { version: 1 }, [
  say('who', async (talk) =>
    (await isKnown(talk)) ? { texts: [], next: 'on' } : { texts: [], next: { go: 'org.register-new' } },
  ),
  ...questions,
]);

export const registerNew: Dialogue<EngineContext> = dialogue('org.register-new', { version: 1 }, [
  ask('head', fullName, 'credit-staff:org.head-name'),
  ...questions,
]);

function reviewParams({ draft }: StaffTalk) {
  const [name, kind, region, address, contact, number] = [
    ...['name', 'kind', 'region', 'address', 'contact', 'bin'],
  ].map((step) => answer(draft, step));
  return {
    ...{ name: name ?? '', kind: kind ?? '', region: region ?? '', address: address ?? '' },
    ...{ contact: contact ?? '', bin: number ?? '' },
    ...activityParams(answerList(draft, 'activities')),
  };
}

/** Papers and an electronic signature may follow on secure forms: they are seen by whoever decides. */
async function sent(bin: string, talk: StaffTalk): Promise<Outcome> {
  const head = await personOfChat(talk.env, chatKey(talk.address));
  if (!head) return ending('org.sent', undefined, menuButton());
  const form = async (kind: FormKindName, label: string) => ({
    ...(await formButton(talk, { kind, person: head._id, about: { organisation: bin } })),
    label: text(`credit-staff:button.${label}`),
  });
  const signing = talk.env.signatures ? [await form('organisation-signature', 'sign')] : [];
  return ending('org.sent', undefined, await form('documents-form', 'documents'), ...signing, menuButton());
}

function register(talk: StaffTalk) {
  const { draft, language } = talk;
  const given = (step: string) => answer(draft, step);
  return registerOrganisation(talk.env, talk.command('register'), {
    bin: given('bin'),
    name: given('name'),
    kind: given('kind') === 'volunteer' ? 'volunteer' : 'local',
    region: given('region'),
    address: given('address'),
    activities: answerList(draft, 'activities'),
    contact: given('contact'),
    head: { chat: chatKey(talk.address), name: given('head'), language },
  });
}
