// What the room of people does by itself: every event of theirs, what follows and who is notified; the due dates that
// are theirs. What needs to know the programmes stands in engine/programmes/persons.ts.
import { on, type Part } from '../parts/part.ts';
import type { EngineContext } from '../programmes/programme.ts';
import * as events from './events.ts';
import { notifyConsented, notifyDeclined } from './guardian-notices.ts';
import { askerHears, notifyMerged, notifyRequested, notifyStuck } from './merge-notices.ts';
import { noteRequest } from './merge-request.ts';
import { notifyAgeDoubted, notifyWithdrawn } from './notices.ts';
import { operator } from './roles.ts';
import { CHECK_TIMER, checkAgain, checkLater, dueCheckOf } from './signature-check.ts';
import { notifySigner } from './signature-notices.ts';
import { people } from './store.ts';

export const peopleRoom: Part<EngineContext> = {
  id: 'people',
  title: 'staff:section.operators',
  roles: [operator],
  owners: [people as unknown as Part['owners'][number]],
  events: [
    on(events.registered),
    on(events.consentGiven),
    on(events.consentWithdrawn, { notify: { person: notifyWithdrawn } }),
    on(events.identityGiven),
    on(events.ageDoubted, { notify: { operators: notifyAgeDoubted } }),
    on(events.iinConfirmed, { notify: { person: notifySigner('common:signature.confirmed') } }),
    on(events.signatureFailed, { notify: { person: notifySigner('common:signature.failed') } }),
    on(events.signatureUnsettled, {
      follow: { check: (ctx, { id, data }) => checkLater(ctx, data.person, id.replaceAll('/', '.')) },
    }),
    on(events.guardianConsented, { notify: { both: notifyConsented } }),
    on(events.phoneProven),
    on(events.guardianDeclined, { notify: { minor: notifyDeclined } }),
    on(events.mergeAsked, { follow: { request: noteRequest } }),
    on(events.mergeRequested, { notify: { asked: notifyRequested } }),
    on(events.mergeNotAsked, { notify: { asker: askerHears('not-asked') } }),
    on(events.mergeAccepted),
    on(events.mergeRefused, { notify: { asker: askerHears('refused') } }),
    on(events.mergeExpired, { notify: { asker: askerHears('expired') } }),
    on(events.mergeStuck, { notify: { both: notifyStuck } }),
    on(events.merged, { notify: { both: notifyMerged } }),
    on(events.erasureAsked),
    on(events.erased),
    on(events.roleTaken),
  ],
  timers: {
    [CHECK_TIMER]: async (ctx, { data }) => {
      await checkAgain(ctx, ctx.signatures ?? null, dueCheckOf(data));
      return [];
    },
  },
  jobs: {},
};
