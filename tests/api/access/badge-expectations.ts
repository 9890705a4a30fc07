// Who may read and change what of the badge programme, as data; part of expectations.ts. Its own staff are not among the cast:
// what they see is tested in tests/engine/badge.
import { type Expectation, everyone, get, list, operators, post } from './expecting.ts';

const names = { kk: 'Мысал', ru: 'Пример', en: 'Sample' };

/** A collection of reference data: everybody reads it, operators add, edit and take over tables. */
function collection(name: string, id: string, added: object): readonly Expectation[] {
  const route = `/badge/${name}`;
  const url = () => `${route}/${id}`;
  const edit = { may: operators, body: () => ({ en: 'Another name' }) };
  return [
    list(route, everyone),
    get(`${route}/:id`, url, { may: everyone }),
    post(route, () => route, { may: operators, body: () => ({ ...names, ...added }) }),
    { ...post(`${route}/:id`, url, edit), route: `PATCH /v1${route}/:id` },
    post(`${route}/import`, () => `${route}/import`, { may: operators, body: () => Buffer.from('') }),
  ];
}

const exercise = {
  level: 'bronze',
  profile: 'general',
  ability: 'speed',
  unit: 'seconds',
  bound: 'atMost',
  value: 9,
};
const authors = { authorKk: 'Кім', authorRu: 'Кто', authorEn: 'Who' };
const file = (route: string): Expectation =>
  get(`${route}/export`, () => `${route}/export?format=csv`, { may: operators });

export const badge: readonly Expectation[] = [
  ...collection('providers', 'joldas', {
    ...{ id: 'meyirim', directions: ['tourism'], regions: [], contact: 'meyirim.example' },
  }),
  ...collection('reading-list', 'kz-ulpan', { id: 'w-sample', section: 'world', ...authors }),
  ...collection('standards', 'bronze-bend', { id: 'b-sample', ...exercise }),
  ...collection('mandatory-directions', '2027-bronze', { id: '2099-gold', directions: [] }),
  ...collection('certificate-signers', 'unnamed', { id: 'sample' }),
  list('/badge/participations', operators),
  file('/badge/participations'),
  get('/badge/participations/:id', (of) => `/badge/participations/${of.badge}`, { may: operators }),
  get('/badge/journal-entries', (of) => `/badge/journal-entries?participation=${of.badge}`, {
    may: operators,
  }),
  list('/badge/centres', operators),
  file('/badge/centres'),
  list('/badge/awards', operators),
  file('/badge/awards'),
  post('/badge/awards', () => '/badge/awards', {
    may: [],
    body: (of) => ({ participation: of.badge, grounds: 'Күнделігі толық' }),
  }),
  get('/badge/awards/:id', (of) => `/badge/awards/${of.badge}`, { may: operators }),
  post('/badge/awards/:id/interview', (of) => `/badge/awards/${of.badge}/interview`, {
    may: operators,
    body: () => ({ at: '2027-01-10T05:00:00Z', link: 'https://call.example/room' }),
  }),
  list('/badge/analytics', operators),
  post('/badge/mentors/:id/expert', (of) => `/badge/mentors/${of.badge}/expert`, {
    may: operators,
    body: () => ({ expert: 'nobody' }),
  }),
  post('/badge/ceremonies', () => '/badge/ceremonies', {
    may: operators,
    body: () => ({ on: '2030-12-15', time: '16:00', region: '71', venue: 'Мысал сарайы' }),
  }),
  get('/badge/ceremonies/:id', () => '/badge/ceremonies/2030', { may: everyone }),
];
