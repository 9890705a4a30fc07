// What the room of surveys does by itself.
import { on, type Part } from '../parts/part.ts';
import { dropClaims } from './buckets.ts';
import * as events from './events.ts';
import { surveys } from './store.ts';

export const surveysRoom: Part = {
  id: 'surveys',
  owners: [surveys] as unknown as Part['owners'],
  events: [on(events.closed, { follow: { claims: (ctx, { data }) => dropClaims(ctx, data.survey) } })],
  timers: {},
  jobs: {},
};
