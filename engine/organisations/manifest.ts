// What the room of organisations does by itself: every event of theirs, what follows and who is notified.
import { on, type Part } from '../parts/part.ts';
import { refreshes } from '../reviews/refresh.ts';
import { accreditationReview } from './accreditation-review.ts';
import * as events from './events.ts';
import {
  giveHeadRole,
  notifyDecided,
  notifyDocuments,
  notifyHeadConfirmed,
  notifyRegistered,
} from './notices.ts';
import { accreditor, head } from './roles.ts';
import { scopeKinds } from './scope-kinds.ts';
import { organisations } from './store.ts';

const review = {
  review: refreshes(accreditationReview, ({ organisation }: { organisation: string }) => organisation),
};

export const organisationsRoom: Part = {
  id: 'organisations',
  roles: [head, accreditor],
  scopeKinds,
  owners: [organisations] as unknown as Part['owners'],
  events: [
    on(events.registered, {
      follow: { 'head-role': giveHeadRole, ...review },
      notify: { accreditors: notifyRegistered },
    }),
    on(events.documentsGiven, { follow: review, notify: { both: notifyDocuments } }),
    on(events.headConfirmed, { follow: review, notify: { both: notifyHeadConfirmed } }),
    on(events.accredited, { follow: review, notify: { both: notifyDecided('accredited') } }),
    on(events.refused, { follow: review, notify: { both: notifyDecided('refused') } }),
    on(events.decisionUndone, { follow: review, notify: { both: notifyDecided('undone') } }),
    on(events.revoked, { follow: review, notify: { both: notifyDecided('revoked') } }),
  ],
  reviewKinds: [accreditationReview],
  timers: {},
  jobs: {},
};
