// A student registers: consent first, then who they are, as far as it is not known yet, and where they study. Numbers come
// later, on the secure form.
import { chatKey } from '../../../engine/kernel/chat.ts';
import { text } from '../../../engine/kernel/message.ts';
import { isMinor } from '../../../engine/people/age.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { registerStudent } from '../../../engine/programmes/credit/programme.ts';
import { allUniversities } from '../../../engine/reference/universities.ts';
import type { Draft } from '../../dialogue/session.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { call, goButton, say } from '../../dialogue/steps/call.ts';
import { choose, type Option } from '../../dialogue/steps/choose.ts';
import { deciding } from '../../dialogue/steps/deciding.ts';
import { type Change, review } from '../../dialogue/steps/review.ts';
import { answer, answerNumber } from '../../dialogue/talk.ts';
import { invitation } from '../guardian/invite.ts';
import { menuButton } from '../shared/endings.ts';
import { formButton } from '../shared/links.ts';
import { notAsked, profileChanges, profileIn, profileQuestion } from '../shared/profile.ts';
import { consentOptions } from './consent.ts';
import { ending, isStudent, type StudentTalk } from './student.ts';

/** Years of study as the person's record takes them: bachelor's to doctorate. */
const years: readonly Option[] = [1, 2, 3, 4, 5, 6, 7].map((year) => ({
  value: String(year),
  label: text('credit:register.year', { year }),
}));

const change: readonly Change[] = [
  ...profileChanges,
  { step: 'university', label: 'credit:change.university' },
  { step: 'year', label: 'credit:change.year' },
];

const declined = (draft: Draft): boolean => draft.consent === 'no';

/** Questions of version 1, in order: a draft of it goes on at the first that is not answered, or at the new one. */
const formerSteps = ['consent', 'name', 'university', 'year', 'region', 'phone'];

const migrate = (draft: Draft) => ({
  draft,
  step: formerSteps.find((step) => draft[step] === undefined) ?? 'birth',
});

export const register: Dialogue<EngineContext> = dialogue('credit.register', { version: 2, migrate }, [
  say('known', async (talk) => {
    if (isStudent(talk)) return ending('common:reason.already-registered', undefined, menuButton());
    const person = await personOfChat(talk.env, chatKey(talk.address));
    return { texts: [], next: 'on', known: notAsked(person) };
  }),
  deciding(choose('consent', consentOptions, 'credit:register.consent')),
  say(
    'declined',
    () =>
      ending('credit:register.declined', undefined, goButton('credit:button.register', 'credit.register')),
    { when: declined },
  ),
  profileQuestion.name(),
  choose('university', universityOptions, 'credit:register.which-university', {
    none: 'credit:register.no-universities',
  }),
  choose('year', years, 'credit:register.which-year', { columns: 4 }),
  profileQuestion.region('credit:register.which-region'),
  profileQuestion.phone('credit:register.which-phone'),
  profileQuestion.birthDate(),
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

async function reviewParams(talk: StudentTalk) {
  const { env, draft, language } = talk;
  const chosen = (await allUniversities(env)).find((each) => each._id === draft.university);
  const { name, region, phone, birthDate } = await profileIn(talk);
  return {
    name: name ?? '',
    university: chosen?.[language] ?? '',
    year: answerNumber(draft, 'year'),
    region: region ?? '',
    phone: phone ?? '—',
    birth: birthDate ?? '',
  };
}

async function registered(talk: StudentTalk) {
  const { name, region, phone, birthDate } = await profileIn(talk);
  return registerStudent(talk.env, talk.command('register'), {
    ...{ chat: chatKey(talk.address), language: talk.language },
    ...{ name: name ?? '', region: region ?? '', phone, birthDate: birthDate ?? '' },
    universityId: answer(talk.draft, 'university'),
    year: answerNumber(talk.draft, 'year'),
  });
}

async function formOffer(personId: string, talk: StudentTalk): Promise<Outcome> {
  const person = await personOfChat(talk.env, chatKey(talk.address));
  if (person && isMinor(person, talk.now)) return invitation(talk, 'guardian:register.done', personId);
  return ending(
    'credit:register.done',
    undefined,
    await formButton(talk, { kind: 'identity-form', person: personId }),
    goButton('credit:button.find', 'credit.find'),
    menuButton(),
  );
}
