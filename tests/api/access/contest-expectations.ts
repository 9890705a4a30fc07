// Who may do what in the contest, as data; part of expectations.ts.
import { contestPublic } from './contest-public-expectations.ts';
import { type Expectation, everyone, get, list, operators, post } from './expecting.ts';

/** It does not exist, and that is what everybody is told. */
const unknown = { may: [], foreign: everyone } as const;

export const contest: readonly Expectation[] = [
  list('/contest/editions', everyone),
  get('/contest/editions/:id', () => '/contest/editions/2019', { may: everyone }),
  post('/contest/editions', () => '/contest/editions', { may: operators, body: () => ({ year: 2031 }) }),
  list('/contest/nominations', operators),
  get('/contest/nominations/:id', (of) => `/contest/nominations/${of.creditA}`, {
    ...{ may: [], foreign: operators },
  }),
  get('/contest/commissions', () => '/contest/commissions?edition=2026', { may: operators }),
  get('/contest/commissions/:id', (of) => `/contest/commissions/${of.creditA}`, unknown),
  post('/contest/commissions', () => '/contest/commissions', {
    ...{ may: [], body: () => ({ edition: '2026', stage: 'college', at: 'alpha' }) },
  }),
  post('/contest/commissions/:id/invitations', (of) => `/contest/commissions/${of.creditA}/invitations`, {
    ...{ ...unknown, body: () => ({ kind: 'youth', represents: 'Сынақ' }) },
  }),
  get('/contest/protocols/:id', (of) => `/contest/protocols/${of.creditA}`, unknown),
  get('/contest/protocols/:id/document', (of) => `/contest/protocols/${of.creditA}/document`, unknown),
  ...contestPublic,
];
