// What is kept about the person who asks: /mydata. Says only what is so; numbers are never shown, only that they are there.
import { chatKey } from '../../../engine/kernel/chat.ts';
import { type Text, text } from '../../../engine/kernel/message.ts';
import { allUniversities } from '../../../engine/organisations/universities.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { CONSENT_PURPOSE } from '../../../engine/programmes/credit/programme.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { say } from '../../dialogue/steps/call.ts';
import { ending, isStudent, menuButton, type StudentTalk, statusOf } from './student.ts';

type Person = NonNullable<Awaited<ReturnType<typeof personOfChat>>>;

export const myData: Dialogue<EngineContext> = dialogue('credit.my-data', { version: 1 }, [
  say('show', async (talk) => {
    const person = await personOfChat(talk.env, chatKey(talk.address));
    if (!person || !isStudent(talk)) return ending('credit:my-data.nothing', undefined, menuButton());
    const texts = [
      await profile(talk, person),
      await numbers(talk),
      text('credit:my-data.work', await workCounts(talk)),
      ...consents(person),
    ];
    return { texts, buttons: [[menuButton()]], next: 'end' };
  }),
]);

async function profile({ env, language }: StudentTalk, person: Person): Promise<Text> {
  const study = (await allUniversities(env)).find((each) => each._id === person.student?.universityId);
  return text('credit:my-data.profile', {
    name: person.name,
    university: study?.[language] ?? '—',
    year: person.student?.year ?? '—',
    phone: person.phone ?? '—',
    since: person.createdAt.toISOString(),
  });
}

async function numbers(talk: StudentTalk): Promise<Text> {
  const { ibanTail } = await statusOf(talk);
  return ibanTail === null
    ? text('credit:my-data.no-numbers')
    : text('credit:my-data.numbers', { tail: ibanTail });
}

async function workCounts(talk: StudentTalk) {
  const { openInterviews, credits } = await statusOf(talk);
  return { interviews: openInterviews.length, credits: credits.length };
}

const consents = (person: Person): readonly Text[] =>
  person.consents
    .filter((each) => each.purpose === CONSENT_PURPOSE && each.withdrawnAt === null)
    .slice(-1)
    .map(({ givenAt, until }) =>
      text('credit:my-data.consent', { given: givenAt.toISOString(), until: until.toISOString() }),
    );
