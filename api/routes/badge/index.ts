// The routes of the badge programme, mounted at /v1/badge.
import { together } from '../factories/route.ts';
import { analytics } from './analytics.ts';
import { awards } from './awards.ts';
import { centres } from './centres.ts';
import { mentors } from './mentors.ts';
import { participations } from './participations.ts';
import { reference } from './reference.ts';

export const tags = [
  { name: 'badge', description: 'The badge programme: centres, participations, journals, awards' },
];

export const routes = together(participations, centres, mentors, awards, analytics, reference);
