// What the credit programme adds to /mydata: studies, work, and how the consent stands.
import { type Text, text } from '../../../engine/kernel/message.ts';
import { liveConsent } from '../../../engine/people/consents.ts';
import { CONSENT_PURPOSE } from '../../../engine/programmes/credit/programme.ts';
import { allUniversities } from '../../../engine/reference/universities.ts';
import { goButton } from '../../dialogue/steps/call.ts';
import type { KnownPerson, MoreData } from '../shared/my-data.ts';
import { waitsForGuardian } from './consent.ts';
import { isStudent, type StudentTalk, statusOf } from './student.ts';

export async function creditData(talk: StudentTalk, person: KnownPerson): Promise<MoreData> {
  if (!isStudent(talk)) return { texts: [], buttons: [] };
  const consent = liveConsent(person, CONSENT_PURPOSE, talk.now);
  const terms = consent && { given: consent.givenAt.toISOString(), until: consent.until.toISOString() };
  return {
    texts: [
      await studies(talk, person),
      text('credit:my-data.work', await workCounts(talk)),
      terms ? text('credit:my-data.consent', terms) : text('credit:my-data.no-consent'),
    ],
    buttons: [
      terms
        ? goButton('credit:button.withdraw-consent', 'credit.withdraw-consent')
        : (await waitsForGuardian(talk))
          ? goButton('guardian:button.invite', 'guardian.invite')
          : goButton('credit:button.give-consent', 'credit.consent'),
    ],
  };
}

async function studies({ env, language }: StudentTalk, { student }: KnownPerson): Promise<Text> {
  const study = (await allUniversities(env)).find((each) => each._id === student?.universityId);
  return text('credit:my-data.studies', {
    university: study?.[language] ?? '—',
    year: student?.year ?? '—',
  });
}

async function workCounts(talk: StudentTalk) {
  const { openInterviews, credits } = await statusOf(talk);
  return { interviews: openInterviews.length, credits: credits.length };
}
