// The people and colleges of the contest's chapter of the demo. All fictional: Үлгі means "model" and Мысал "example".
import type { NewCollege } from '../../../reference/colleges.ts';
import type { CastMember } from '../../demo-cast.ts';

export const COLLEGE = 'mysal';
export const REGION = '71';

export const colleges: readonly NewCollege[] = [
  {
    ...{ id: COLLEGE, region: REGION },
    ...{
      kk: '«Мысал» политехникалық колледжі',
      ru: 'Политехнический колледж «Мысал»',
      en: 'Mysal Polytechnic',
    },
  },
  {
    ...{ id: 'ulgi', region: REGION },
    ...{ kk: '«Үлгі» медициналық колледжі', ru: 'Медицинский колледж «Үлгі»', en: 'Ulgi Medical College' },
  },
  {
    ...{ id: 'ulgi-almaty', region: '75' },
    ...{ kk: '«Үлгі» аграрлық колледжі', ru: 'Аграрный колледж «Үлгі»', en: 'Ulgi Agrarian College' },
  },
];

const staff = { desk: 'staff', region: REGION } as const;
const student = { desk: 'participant', region: REGION, grants: [] } as const;

export const cast = {
  officer: {
    ...{ ...staff, id: 'contest-officer', name: 'Айгүл Үлгібаева', language: 'kk' },
    grants: [{ role: 'college-officer', scope: `college:${COLLEGE}` }],
  },
  youth: { ...staff, id: 'contest-youth', name: 'Нұрлан Мысалов', language: 'kk', grants: [] },
  ngo: { ...staff, id: 'contest-ngo', name: 'Вера Примерова', language: 'ru', grants: [] },
  stakeholder: { ...staff, id: 'contest-stakeholder', name: 'Марат Образцов', language: 'ru', grants: [] },
  department: {
    ...{ ...staff, id: 'contest-department', name: 'Серік Мысалұлы', language: 'kk' },
    grants: [{ role: 'education-department', scope: `region:${REGION}` }],
  },
  holding: {
    ...{ desk: 'staff', region: null, id: 'contest-holding', name: 'Лаура Мысалова', language: 'ru' },
    grants: [{ role: 'holding', scope: 'all' }],
  },
  nominee: { ...student, id: 'contest-nominee', name: 'Айша Үлгіқызы', language: 'kk' },
  second: { ...student, id: 'contest-second', name: 'Данияр Мысалов', language: 'ru' },
  waiting: { ...student, id: 'contest-waiting', name: 'Алия Примерова', language: 'ru' },
} as const satisfies Record<string, CastMember>;

/** A chat that nobody has used yet: to be nominated in from the very beginning. */
const newcomer = { id: 'contest-new', desk: 'participant' } as const;

/** Whom one can speak for, in the order in which the story meets them. */
export const personas = [
  ...[newcomer, cast.nominee, cast.officer],
  ...[cast.youth, cast.ngo, cast.stakeholder],
  ...[cast.department, cast.holding],
].map(({ id, desk }) => ({ id, desk, role: `contest:persona.${id.replace('contest-', '')}` }));
