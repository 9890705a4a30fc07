// What the room of reviews does by itself: items of those who leave go back to their role. Which events open and close
// items is said where the events are declared.

import { on, type Part } from '../parts/part.ts';
import { erased, erasureAsked, roleTaken } from '../people/events.ts';
import { handOn } from './hand-on.ts';

const follow = {
  'hand-on': (ctx: Parameters<typeof handOn>[0], { data }: { readonly data: { readonly person: string } }) =>
    handOn(ctx, data.person),
};

export const reviewsRoom: Part = {
  id: 'reviews',
  owners: [],
  events: [],
  subscriptions: [on(roleTaken, { follow }), on(erasureAsked, { follow }), on(erased, { follow })],
  timers: {},
  jobs: {},
};
