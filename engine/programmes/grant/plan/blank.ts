// A plan in which nothing is written yet, with the six lines of block IV that every annex has.
import type { Plan } from './shape.ts';

export const blankGeneral = (): Plan['general'] => ({
  ...{ grantee: null, direction: null, theme: null, goal: null },
  ...{ territory: null, region: null, targetGroup: null, from: null, to: null },
  ...{ results: [], partners: [] },
  application: { number: null, date: null },
  contract: { number: null, date: null },
});

export const blankPlan = (): Plan => ({
  general: blankGeneral(),
  team: { members: [], none: [] },
  tasks: [],
  impact: impactNames.map(({ line, unit, ...name }) => ({ line, name, unit, value: null })),
});

/** As the annex names them. Source: 004_37e0be1e6b574c89, block IV. */
const impactNames = [
  {
    line: 'direct',
    unit: 'person',
    kk: 'Тікелей бенефициарлар саны',
    ru: 'Число прямых бенефициаров',
    en: 'Direct beneficiaries',
  },
  {
    line: 'indirect',
    unit: 'person',
    kk: 'Жанама бенефициарлар саны (БАҚ-та жариялау есебінен)',
    ru: 'Число косвенных бенефициаров (за счёт публикаций в СМИ)',
    en: 'Indirect beneficiaries (through publication in the media)',
  },
  {
    line: 'employees',
    unit: 'person',
    kk: 'Еңбек шарттары шеңберінде тартылған қызметкерлер саны',
    ru: 'Число работников, привлечённых по трудовым договорам',
    en: 'Employees engaged under employment contracts',
  },
  {
    line: 'specialists',
    unit: 'person',
    kk: 'Тартылған мамандар саны',
    ru: 'Число привлечённых специалистов',
    en: 'Specialists engaged',
  },
  {
    line: 'ngos',
    unit: 'organisation',
    kk: 'Қамтылған ҮЕҰ саны',
    ru: 'Число охваченных НПО',
    en: 'NGOs covered',
  },
  {
    line: 'partners',
    unit: 'organisationOrPerson',
    kk: 'Әлеуметтік жоба серіктестерінің саны (заңды және/немесе жеке тұлғалар)',
    ru: 'Число партнёров социального проекта (юридические и/или физические лица)',
    en: 'Partners of the project (legal and/or natural persons)',
  },
] as const;
