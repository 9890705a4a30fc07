// What the room of organisations does by itself: every event of theirs, what follows and who is notified.
import { on, type Part } from '../programmes/part.ts';
import * as events from './events.ts';
import {
  giveHeadRole,
  notifyDecided,
  notifyDocuments,
  notifyHeadConfirmed,
  notifyRegistered,
} from './notices.ts';
import { organisations } from './store.ts';

export const organisationsRoom: Part = {
  id: 'organisations',
  owners: [organisations] as unknown as Part['owners'],
  events: [
    on(events.registered, {
      follow: { 'head-role': giveHeadRole },
      notify: { accreditors: notifyRegistered },
    }),
    on(events.documentsGiven, { notify: { both: notifyDocuments } }),
    on(events.headConfirmed, { notify: { both: notifyHeadConfirmed } }),
    on(events.accredited, { notify: { both: notifyDecided('accredited') } }),
    on(events.refused, { notify: { both: notifyDecided('refused') } }),
    on(events.revoked, { notify: { both: notifyDecided('revoked') } }),
  ],
  timers: {},
  jobs: {},
};
