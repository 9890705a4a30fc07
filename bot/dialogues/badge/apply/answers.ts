// What was answered to the application's questions, as the use-case takes it.
import { localDate } from '../../../../engine/kernel/calendar.ts';
import type { Person } from '../../../../engine/people/store.ts';
import {
  type Application,
  type Direction,
  directions,
  type Level,
  levels,
  mandatoryOn,
  profiles,
  type Study,
  studies,
} from '../../../../engine/programmes/badge/programme.ts';
import type { Draft } from '../../../dialogue/session.ts';
import { answer, answerList } from '../../../dialogue/talk.ts';
import type { BadgeTalk } from '../talk.ts';

type Taken = Application['directions'][number];

export const levelIn = (draft: Draft): Level => levels.find((each) => each === draft.level) ?? 'bronze';

export const takes = (draft: Draft, direction: Direction): boolean =>
  answerList(draft, 'directions').includes(direction);

/** In gold and silver one of the two takes longer. */
export const hasLonger = (draft: Draft): boolean =>
  draft.level !== 'bronze' && takes(draft, 'sport') && takes(draft, 'talent');

const studyIn = (draft: Draft): Study => studies.find((each) => each === draft.study) ?? 'none';

/** Of the year in which they apply. */
export const mandatoryIn = ({ env, draft, now }: BadgeTalk): Promise<readonly Direction[]> =>
  mandatoryOn(env, levelIn(draft), localDate(now));

export function pageIn(draft: Draft, person: Pick<Person, 'region'>): Application['page'] {
  const region = answer(draft, 'region') || (person.region ?? '');
  const kind = studyIn(draft);
  const school = { place: answer(draft, 'school'), region: answer(draft, 'study-region') };
  return {
    photo: answerList(draft, 'photo')[0] ?? '',
    residence: { region, place: answer(draft, 'place') },
    study: { kind, ...(kind === 'none' ? { place: '', region } : school) },
    about: answer(draft, 'about'),
    hobby: answer(draft, 'hobby'),
  };
}

const formSteps = { sport: 'sport-form', talent: 'talent-form', heritage: 'heritage-form' } as const;
const providerSteps = { volunteering: 'helped-by', tourism: 'led-by' } as const;
const activitySteps = {
  ...{ sport: 'sport-what', talent: 'talent-what', heritage: 'heritage-what', work: 'work-what' },
} as const;

const ofStep = (draft: Draft, steps: Readonly<Partial<Record<Direction, string>>>, direction: Direction) => {
  const step = steps[direction];
  return step === undefined ? '' : answer(draft, step);
};

function directionIn(draft: Draft, direction: Direction): Taken {
  return {
    direction,
    form: (ofStep(draft, formSteps, direction) || null) as Taken['form'],
    activity: ofStep(draft, activitySteps, direction),
    provider: ofStep(draft, providerSteps, direction) || null,
  };
}

export function applicationIn(draft: Draft, person: Pick<Person, 'region'>): Application {
  const longer = hasLonger(draft) ? draft.longer : null;
  return {
    level: levelIn(draft),
    page: pageIn(draft, person),
    directions: directions.filter((each) => takes(draft, each)).map((each) => directionIn(draft, each)),
    longer: longer === 'talent' || longer === 'sport' ? longer : null,
    profile: profiles.find((each) => each === draft.profile) ?? 'general',
    centre: answer(draft, 'centre'),
    mentor: answer(draft, 'mentor'),
  };
}
