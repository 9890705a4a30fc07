// The routes of the badge programme, mounted at /v1/badge.
import { together } from '../factories/route.ts';

export const tags = [
  { name: 'badge', description: 'The badge programme: centres, participations, journals' },
];

export const routes = together();
