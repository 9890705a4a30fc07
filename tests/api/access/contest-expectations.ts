// Who may do what in the contest, as data; part of expectations.ts.
import { contestPublic } from './contest-public-expectations.ts';
import { type Expectation, everyone, get, list, operators, post } from './expecting.ts';

export const contest: readonly Expectation[] = [
  list('/contest/editions', everyone),
  get('/contest/editions/:id', () => '/contest/editions/2019', { may: everyone }),
  post('/contest/editions', () => '/contest/editions', { may: operators, body: () => ({ year: 2031 }) }),
  list('/contest/nominations', operators),
  ...contestPublic,
];
