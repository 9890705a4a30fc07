// Who may do what with packages, publications and votes, as data; part of contest-expectations.ts. Nobody of the cast has a
// role of the contest but the operator: their own routes are tried in tests/api/contest.
import { type Expectation, everyone, get, operators, post } from './expecting.ts';

const ofEdition = 'edition=2026';
const listed = (route: string, query = ofEdition): Expectation =>
  get(route, () => `${route}?${query}`, { may: operators });

const nobodys = { may: [], foreign: everyone } as const;

export const contestPublic: readonly Expectation[] = [
  listed('/contest/packages'),
  listed('/contest/packages/export', `${ofEdition}&format=csv`),
  get('/contest/packages/:id', (of) => `/contest/packages/${of.creditA}`, nobodys),
  post('/contest/packages/:id/texts', (of) => `/contest/packages/${of.creditA}/texts`, {
    ...nobodys,
    body: () => ({ language: 'ru', text: 'Сынақ', how: 'append' }),
  }),
  post('/contest/packages/:id/submission', (of) => `/contest/packages/${of.creditA}/submission`, nobodys),
  listed('/contest/publications'),
  listed('/contest/publications/export', `${ofEdition}&format=csv`),
  post('/contest/publications', () => '/contest/publications', {
    may: [],
    body: () => ({
      ...{ edition: '2026', publisher: 'all', subject: 'participants', channel: 'media', title: 'Сынақ' },
      ...{ link: 'https://example.org/1', publishedOn: '2026-10-01' },
    }),
  }),
  post('/contest/publications/:id/withdrawal', (of) => `/contest/publications/${of.creditA}/withdrawal`, {
    ...{ may: [], foreign: operators },
    body: () => ({ reason: 'Сынақ' }),
  }),
  get('/contest/publication-count', () => `/contest/publication-count?${ofEdition}`, { may: everyone }),
  listed('/contest/publicity-plans'),
  post('/contest/publicity-plans/:id/items', (of) => `/contest/publicity-plans/${of.creditA}/items`, {
    ...{ may: [], foreign: operators },
    body: () => ({ channel: 'media', where: 'Сынақ газеті', day: '2026-11-20' }),
  }),
  post('/contest/publicity-plans/:id/report', (of) => `/contest/publicity-plans/${of.creditA}/report`, {
    ...{ may: [], foreign: operators },
    body: () => ({ item: 'x', link: 'https://example.org/1', publishedOn: '2026-11-20' }),
  }),
  listed('/contest/analytics'),
  get('/contest/votes/:id', (of) => `/contest/votes/${of.creditA}`, nobodys),
  post('/contest/rosters', () => '/contest/rosters', {
    may: [],
    body: () => ({
      ...{ edition: '2026', college: 'alpha' },
      entries: [{ name: 'Сынақ Адам', birthDate: '2007-01-01', standing: 'student' }],
    }),
  }),
];
