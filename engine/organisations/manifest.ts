// What the room of organisations does by itself: every event of theirs, what follows and who is notified.
import { on, type Part } from '../parts/part.ts';
import { refreshes } from '../reviews/refresh.ts';
import type { StoreContext } from '../store/context.ts';
import { accreditationReview } from './accreditation-review.ts';
import * as events from './events.ts';
import {
  giveHeadRole,
  type Hosting,
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

/** @param hosting what the head of an accredited organisation may begin: the room itself knows no programme */
export const organisationsRoom = <C extends StoreContext>(hosting: Hosting<C>): Part<C> => ({
  id: 'organisations',
  title: 'organisations:title',
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
    on(events.accredited, { follow: review, notify: { both: notifyDecided('accredited', hosting) } }),
    on(events.refused, { follow: review, notify: { both: notifyDecided('refused') } }),
    on(events.decisionUndone, { follow: review, notify: { both: notifyDecided('undone') } }),
    on(events.revoked, { follow: review, notify: { both: notifyDecided('revoked') } }),
  ],
  reviewKinds: [accreditationReview],
  timers: {},
  jobs: {},
});
