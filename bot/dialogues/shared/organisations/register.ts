// A head registers an organisation: who it is and what it does. The accreditor's decision comes as a notice.
import { chatKey } from '../../../../engine/kernel/chat.ts';
import { text } from '../../../../engine/kernel/message.ts';
import { activityParams } from '../../../../engine/organisations/accreditation-card.ts';
import { directions } from '../../../../engine/organisations/directions.ts';
import { registerOrganisation } from '../../../../engine/organisations/registration.ts';
import { organisationKinds } from '../../../../engine/organisations/store.ts';
import { personOfChat } from '../../../../engine/people/reach.ts';
import type { FormKindName } from '../../../../engine/people/secure-forms.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
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
import { menuButton, wordsOf } from '../endings.ts';
import { formButton } from '../links.ts';
import { isKnown, type StaffTalk } from '../staff/staff-talk.ts';

const { ending } = wordsOf((name) => `organisations:${name}`);

const kinds: readonly Option[] = organisationKinds.map((kind) => ({
  value: kind,
  label: text(`organisations:register.kind-option.${kind}`),
}));

const directionOptions: readonly Option[] = directions.map((direction) => ({
  value: direction,
  label: text(`organisations:direction.${direction}`),
}));

const change: readonly Change[] = [
  { step: 'head', label: 'organisations:change.head' },
  { step: 'bin', label: 'organisations:change.bin' },
  { step: 'name', label: 'organisations:change.name' },
  { step: 'kind', label: 'organisations:change.kind' },
  { step: 'region', label: 'organisations:change.region' },
  { step: 'address', label: 'organisations:change.address' },
  { step: 'activities', label: 'organisations:change.activities' },
  { step: 'contact', label: 'organisations:change.contact' },
];

const questions: readonly Step<EngineContext>[] = [
  ask('bin', bin, 'organisations:register.bin'),
  ask('name', freeText({ least: 3, most: 200 }), 'organisations:register.name'),
  choose('kind', kinds, 'organisations:register.kind'),
  choose('region', regionOptions, 'organisations:register.region'),
  ask('address', freeText({ least: 5, most: 200 }), 'organisations:register.address'),
  chooseSeveral('activities', directionOptions, 'organisations:register.activities', {
    chosen: 'organisations:button.chosen',
    none: 'organisations:register.activities-none',
  }),
  ask('contact', freeText({ least: 5, most: 200 }), 'organisations:register.contact'),
  review('review', 'organisations:register.review', reviewParams, {
    button: 'organisations:button.send',
    change,
  }),
  call('register', register, {
    ok: sent,
    refused: (reasons) => {
      if (reasons.some(({ code }) => code === 'common.organisation-known'))
        return ending('register.bin-known', undefined, menuButton());
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
  ask('head', fullName, 'organisations:register.head-name'),
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
  if (!head) return ending('register.sent', undefined, menuButton());
  const form = async (kind: FormKindName, label: string) => ({
    ...(await formButton(talk, { kind, person: head._id, about: { organisation: bin } })),
    label: text(`organisations:button.${label}`),
  });
  const signing = talk.env.signatures ? [await form('organisation-signature', 'sign')] : [];
  return ending(
    'register.sent',
    undefined,
    await form('documents-form', 'documents'),
    ...signing,
    menuButton(),
  );
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
