// What the room of commissions does by itself: it announces; whoever is concerned is notified by the programme that formed
// the commission.
import type { Part } from '../parts/part.ts';
import { commissionEvents } from './events.ts';
import { cases, commissions, sittings } from './store.ts';

export const commissionsRoom: Part = {
  id: 'commissions',
  owners: [commissions, sittings, cases] as unknown as Part['owners'],
  events: commissionEvents.map((event) => ({ event, subscribers: [] })),
  timers: {},
  jobs: {},
};
