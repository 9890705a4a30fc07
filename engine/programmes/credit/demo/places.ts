// The organisations, universities and projects of the demo. All fictional.
import type { NewOrganisation } from '../../../organisations/registration.ts';
import type { NewUniversity } from '../../../reference/universities.ts';
import type { NewProject } from '../use-cases/publish-project.ts';
import { bins, staffCast } from './cast.ts';

export const universities: readonly NewUniversity[] = [
  {
    id: 'mysal',
    kk: '«Мысал» университеті',
    ru: 'Университет «Мысал»',
    en: 'Mysal University',
    region: '71',
  },
  {
    id: 'ulgi',
    kk: '«Үлгі» педагогикалық университеті',
    ru: 'Педагогический университет «Үлгі»',
    en: 'Ulgi Pedagogical University',
    region: '75',
  },
  {
    id: 'orda',
    kk: '«Орда-Мысал» техникалық университеті',
    ru: 'Технический университет «Орда-Мысал»',
    en: 'Orda-Mysal Technical University',
    region: '35',
  },
];

type Host = Omit<NewOrganisation, 'head'> & { readonly head: (typeof staffCast)[keyof typeof staffCast] };

export const organisations: readonly Host[] = [
  {
    bin: bins.centre,
    name: '«Мейірім-Мысал» әлеуметтік орталығы',
    kind: 'local',
    region: '71',
    address: 'Астана, Мысал көшесі, 1',
    activities: ['elderly', 'inclusive-education', 'leisure'],
    contact: 'demo@example.kz',
    head: staffCast.head,
  },
  {
    bin: bins.school,
    name: '№ 0 «Үлгі» мектебі',
    kind: 'local',
    region: '75',
    address: 'Алматы, Үлгі көшесі, 2',
    activities: ['tutoring', 'leisure'],
    contact: 'demo@example.kz',
    head: staffCast.schoolHead,
  },
  {
    bin: bins.volunteers,
    name: 'Волонтёрский клуб «Пример»',
    kind: 'volunteer',
    region: '71',
    address: 'Астана, улица Примерная, 3',
    activities: ['leisure', 'deviant-behaviour', 'elderly'],
    contact: 'demo@example.kz',
    head: staffCast.volunteersHead,
  },
];

/** Days are counted from the day on which the demo's past begins. */
export type DemoProject = Omit<NewProject, 'from' | 'to' | 'slots'> & {
  readonly lastsDays: number;
  readonly slotDays: readonly number[];
};

const project = (
  organisationId: string,
  direction: NewProject['direction'],
  title: string,
  description: string,
  places: number,
  address: string,
): DemoProject => ({
  organisationId,
  direction,
  title,
  description,
  places,
  address,
  region: organisationId === bins.school ? '75' : '71',
  lastsDays: 240,
  slotDays: [2, 22, 23, 24, 27, 29],
});

export const projects: readonly DemoProject[] = [
  project(
    bins.centre,
    'elderly',
    'Ақсақалмен әңгіме',
    'Қарттар үйінде тұрғындарға кітап оқып беру, серуенге бірге шығу, телефон қолдануды үйрету.',
    12,
    'Астана, Мысал көшесі, 1',
  ),
  project(
    bins.centre,
    'inclusive-education',
    'Бірге оқимыз',
    'Ерекше білім беру қажеттілігі бар балаларға сабақта көмектесу.',
    6,
    'Астана, Мысал көшесі, 1',
  ),
  project(
    bins.school,
    'tutoring',
    'Математикадан көмек',
    '5–7-сынып оқушыларымен сабақтан кейін математикадан шұғылдану.',
    10,
    'Алматы, Үлгі көшесі, 2',
  ),
  project(
    bins.volunteers,
    'leisure',
    'Двор выходного дня',
    'Игры и мастер-классы для детей во дворах по субботам.',
    15,
    'Астана, улица Примерная, 3',
  ),
  project(
    bins.volunteers,
    'deviant-behaviour',
    'Рядом',
    'Спорт и настольные игры с подростками, которым трудно.',
    4,
    'Астана, улица Примерная, 3',
  ),
];
