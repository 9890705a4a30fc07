// Who may read and edit reference data and rules, as data; part of expectations.ts.
import { type Expectation, everyone, get, list, operators, post } from './expecting.ts';

/** One entry of reference data: everybody reads it, operators edit it and take over tables. */
function entry(route: string, id: string): readonly Expectation[] {
  const url = () => `${route}/${id}`;
  const edit = { may: operators, body: () => ({ en: 'Another name' }) };
  return [
    get(`${route}/:id`, url, { may: everyone }),
    { ...post(`${route}/:id`, url, edit), route: `PATCH /v1${route}/:id` },
    post(`${route}/import`, () => `${route}/import`, { may: operators, body: () => Buffer.from('') }),
  ];
}

export const reference: readonly Expectation[] = [
  list('/rule-sets', everyone),
  get('/rule-sets/:id', () => '/rule-sets/credit.booking', { may: everyone }),
  get('/rule-sets/:id/versions', () => '/rule-sets/credit.booking/versions', { may: everyone }),
  post('/rule-sets/:id/evaluate', () => '/rule-sets/credit.booking/evaluate', {
    may: everyone,
    body: () => ({ on: '2026-09-01', facts: {} }),
  }),
  list('/facts', everyone),
  list('/parameters', everyone),
  list('/universities', everyone),
  post('/universities', () => '/universities', {
    may: operators,
    body: () => ({ id: 'gamma', kk: 'Гамма', ru: 'Гамма', en: 'Gamma', region: '10' }),
  }),
  post('/regions', () => '/regions', {
    may: operators,
    body: () => ({ id: '71-1992', code: '71', kk: 'Ақмола', ru: 'Акмола', en: 'Akmola', to: '1998-05-05' }),
  }),
  post('/calendar-days', () => '/calendar-days', {
    may: operators,
    body: () => ({ ...{ id: '2027-06-05', kind: 'working' }, kk: 'Жұмыс күні', ru: 'Рабочий', en: 'Moved' }),
  }),
  ...entry('/universities', 'alpha'),
  list('/colleges', everyone),
  post('/colleges', () => '/colleges', {
    may: operators,
    body: () => ({ id: 'gamma-college', kk: 'Гамма', ru: 'Гамма', en: 'Gamma', region: '10' }),
  }),
  ...entry('/colleges', 'alpha-college'),
  ...entry('/regions', '10'),
  ...entry('/calendar-days', '2027-07-06'),
  list('/calendar-days', everyone),
  post('/calendar-years/:year/confirm', () => '/calendar-years/2027/confirm', {
    may: operators,
    body: () => ({ source: 'Үкімет қаулысы' }),
  }),
];
