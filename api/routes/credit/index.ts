// The routes of the credit programme, mounted at /v1/credit.
import { together } from '../factories/route.ts';
import { hours } from './hours.ts';
import { interviews } from './interviews.ts';
import { participants } from './participants.ts';
import { participations } from './participations.ts';
import { payouts } from './payouts.ts';
import { projects } from './projects.ts';
import { recredits } from './recredits.ts';
import { reports } from './reports.ts';

export const tags = [
  { name: 'credit', description: 'The social student credit: projects, interviews, hours, reports' },
  { name: 'money', description: 'Payouts' },
];

export const routes = together(
  participants,
  projects,
  interviews,
  participations,
  hours,
  reports,
  payouts,
  recredits,
);
