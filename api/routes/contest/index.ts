// The routes of the contest, mounted at /v1/contest, and its public pages beneath /contest.
import { together } from '../factories/route.ts';
import { analytics } from './analytics.ts';
import { commissions } from './commissions.ts';
import { editions } from './editions.ts';
import { nominations } from './nominations.ts';
import { packages } from './packages.ts';
import { protocols } from './protocols.ts';
import { publications } from './publications.ts';
import { publicityPlans } from './publicity-plans.ts';
import { votes } from './votes.ts';

export { pages } from './pages.ts';

export const tags = [{ name: 'contest', description: 'The contest of the hundred best college students' }];

export const routes = together(
  editions,
  nominations,
  commissions,
  protocols,
  packages,
  publications,
  publicityPlans,
  votes,
  analytics,
);
