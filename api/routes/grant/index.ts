// The routes of the grant programme, mounted at /v1/grant.
import { together } from '../factories/route.ts';
import { events } from './events.ts';
import { evidence } from './evidence.ts';
import { plan } from './plan.ts';
import { projects } from './projects.ts';
import { reports } from './reports.ts';

export { pages } from './pages.ts';

export const tags = [
  { name: 'grant', description: 'Grants for social projects: projects, plans, evidence, progress' },
];

export const routes = together(projects, plan, evidence, events, reports);
