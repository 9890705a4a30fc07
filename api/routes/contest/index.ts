// The routes of the contest, mounted at /v1/contest, and its public pages beneath /contest.
import { together } from '../factories/route.ts';
import { editions } from './editions.ts';
import { nominations } from './nominations.ts';
import { packages } from './packages.ts';
import { publications } from './publications.ts';
import { votes } from './votes.ts';

export { pages } from './pages.ts';

export const tags = [{ name: 'contest', description: 'The contest of the hundred best college students' }];

export const routes = together(editions, nominations, packages, publications, votes);
