// What the room of documents does by itself: every event of theirs, and who is notified.
import { on, type Part } from '../parts/part.ts';
import { notifyIssued, notifyRevoked } from './certificates/notices.ts';
import { certificates } from './certificates/store.ts';
import * as events from './events.ts';

export const documentsRoom: Part = {
  id: 'documents',
  owners: [certificates] as unknown as Part['owners'],
  events: [
    on(events.certificateIssued, { notify: { holder: notifyIssued } }),
    on(events.certificateRevoked, { notify: { holder: notifyRevoked } }),
  ],
  timers: {},
  jobs: {},
};
