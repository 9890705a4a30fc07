// What the room of organisations does by itself: every event of theirs, what follows and who is notified.
import { on, type Part } from '../programmes/part.ts';
import * as events from './events.ts';
import { giveHeadRole, tellDecided, tellDocuments, tellHeadConfirmed, tellRegistered } from './notices.ts';
import { organisations } from './store.ts';

export const organisationsRoom: Part = {
  id: 'organisations',
  owners: [organisations] as unknown as Part['owners'],
  events: [
    on(events.registered, { follow: { 'head-role': giveHeadRole }, notify: { accreditors: tellRegistered } }),
    on(events.documentsGiven, { notify: { both: tellDocuments } }),
    on(events.headConfirmed, { notify: { both: tellHeadConfirmed } }),
    on(events.accredited, { notify: { both: tellDecided('accredited') } }),
    on(events.refused, { notify: { both: tellDecided('refused') } }),
    on(events.revoked, { notify: { both: tellDecided('revoked') } }),
  ],
  timers: {},
  jobs: {},
};
