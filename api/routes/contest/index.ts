// The routes of the contest, mounted at /v1/contest.
import { together } from '../factories/route.ts';
import { editions } from './editions.ts';
import { nominations } from './nominations.ts';

export const tags = [
  { name: 'contest', description: 'The contest of the hundred best college students: editions, nominations' },
];

export const routes = together(editions, nominations);
