// A student registers: consent first, then who they are and where they study. Numbers come later, on the secure form.
import { chatKey } from '../../../engine/kernel/chat.ts';
import { text } from '../../../engine/kernel/message.ts';
import { regions } from '../../../engine/kernel/regions.ts';
import { isMinor } from '../../../engine/people/age.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { registerStudent } from '../../../engine/programmes/credit/programme.ts';
import { allUniversities } from '../../../engine/reference/universities.ts';
import type { Draft } from '../../dialogue/session.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { ask } from '../../dialogue/steps/ask.ts';
import { call, goButton, say } from '../../dialogue/steps/call.ts';
import { choose, type Option } from '../../dialogue/steps/choose.ts';
import { deciding } from '../../dialogue/steps/deciding.ts';
import { type Change, review } from '../../dialogue/steps/review.ts';
import { answer, answerNumber } from '../../dialogue/talk.ts';
import { birthDate } from '../fields/birth-date.ts';
import { fullName } from '../fields/full-name.ts';
import { phone } from '../fields/phone.ts';
import { invitation } from '../guardian/invite.ts';
import { formButton } from '../shared/links.ts';
import { consentOptions } from './consent.ts';
import { ending, isStudent, menuButton, type StudentTalk } from './student.ts';

/** Years of study as the person's record takes them: bachelor's to doctorate. */
const years: readonly Option[] = [1, 2, 3, 4, 5, 6, 7].map((year) => ({
  value: String(year),
  label: text('credit:register.year', { year }),
}));

const regionOptions: readonly Option[] = regions.map(({ code }) => ({
  value: code,
  label: text('common:region', { code }),
}));

const change: readonly Change[] = [
  { step: 'name', label: 'credit:change.name' },
  { step: 'university', label: 'credit:change.university' },
  { step: 'year', label: 'credit:change.year' },
  { step: 'region', label: 'credit:change.region' },
  { step: 'phone', label: 'credit:change.phone' },
  { step: 'birth', label: 'credit:change.birth-date' },
];

const declined = (draft: Draft): boolean => draft.consent === 'no';

/** Questions of version 1, in order: a draft of it goes on at the first that is not answered, or at the new one. */
const formerSteps = ['consent', 'name', 'university', 'year', 'region', 'phone'];

const migrate = (draft: Draft) => ({
  draft,
  step: formerSteps.find((step) => draft[step] === undefined) ?? 'birth',
});

export const register: Dialogue<EngineContext> = dialogue('credit.register', { version: 2, migrate }, [
  say('known', (talk) =>
    isStudent(talk)
      ? ending('common:reason.already-registered', undefined, menuButton())
      : { texts: [], next: 'on' },
  ),
  deciding(choose('consent', consentOptions, 'credit:register.consent')),
  say(
    'declined',
    () =>
      ending('credit:register.declined', undefined, goButton('credit:button.register', 'credit.register')),
    { when: declined },
  ),
  ask('name', fullName, 'credit:register.which-name'),
  choose('university', universityOptions, 'credit:register.which-university', {
    none: 'credit:register.no-universities',
  }),
  choose('year', years, 'credit:register.which-year', { columns: 4 }),
  choose('region', regionOptions, 'credit:register.which-region'),
  ask('phone', phone, 'credit:register.which-phone', { optional: true }),
  ask('birth', birthDate, 'credit:register.which-birth-date'),
  review('review', 'credit:register.review', reviewParams, { button: 'credit:button.register', change }),
  call('register', registered, { ok: formOffer }),
]);

async function universityOptions(talk: StudentTalk): Promise<readonly Option[]> {
  const known = await allUniversities(talk.env);
  return known.map((each) => ({
    value: each._id,
    label: text('common:plain', { value: each[talk.language] }),
  }));
}

async function reviewParams({ env, draft, language }: StudentTalk) {
  const chosen = (await allUniversities(env)).find((each) => each._id === draft.university);
  const number = answer(draft, 'phone');
  return {
    name: answer(draft, 'name'),
    university: chosen?.[language] ?? '',
    year: answerNumber(draft, 'year'),
    region: answer(draft, 'region'),
    phone: number === '' ? '—' : number,
    birth: answer(draft, 'birth'),
  };
}

function registered(talk: StudentTalk) {
  return registerStudent(talk.env, talk.command('register'), {
    chat: chatKey(talk.address),
    language: talk.language,
    name: answer(talk.draft, 'name'),
    universityId: answer(talk.draft, 'university'),
    year: answerNumber(talk.draft, 'year'),
    region: answer(talk.draft, 'region'),
    phone: answer(talk.draft, 'phone') || null,
    birthDate: answer(talk.draft, 'birth'),
  });
}

async function formOffer(personId: string, talk: StudentTalk): Promise<Outcome> {
  if (isMinor({ birthDate: answer(talk.draft, 'birth') }, talk.now))
    return invitation(talk, 'guardian:register.done', personId);
  return ending(
    'credit:register.done',
    undefined,
    await formButton(talk, { kind: 'identity-form', person: personId }),
    goButton('credit:button.find', 'credit.find'),
    menuButton(),
  );
}
