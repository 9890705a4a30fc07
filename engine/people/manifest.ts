// What the room of people does by itself: every event of theirs, what follows and who is notified; the due dates that
// are theirs. What needs to know the programmes stands in engine/programmes/persons.ts.
import { on, type Part } from '../programmes/part.ts';
import type { EngineContext } from '../programmes/programme.ts';
import * as events from './events.ts';
import { tellConsented, tellDeclined } from './guardian-notices.ts';
import { noteRequest } from './join-asking.ts';
import { askerHears, tellJoined, tellRequested, tellStuck } from './join-notices.ts';
import { tellAgeDoubted, tellWithdrawn } from './notices.ts';
import { CHECK_TIMER, checkAgain, checkLater, dueCheckOf } from './signature-check.ts';
import { tellSigner } from './signature-notices.ts';
import { people } from './store.ts';

export const peopleRoom: Part<EngineContext> = {
  id: 'people',
  owners: [people as unknown as Part['owners'][number]],
  events: [
    on(events.registered),
    on(events.consentGiven),
    on(events.consentWithdrawn, { notify: { person: tellWithdrawn } }),
    on(events.identityGiven),
    on(events.ageDoubted, { notify: { operators: tellAgeDoubted } }),
    on(events.iinConfirmed, { notify: { person: tellSigner('common:signature.confirmed') } }),
    on(events.signatureFailed, { notify: { person: tellSigner('common:signature.failed') } }),
    on(events.signatureUnsettled, {
      follow: { check: (ctx, { id, data }) => checkLater(ctx, data.person, id.replaceAll('/', '.')) },
    }),
    on(events.guardianConsented, { notify: { both: tellConsented } }),
    on(events.guardianDeclined, { notify: { minor: tellDeclined } }),
    on(events.joinAsked, { follow: { request: noteRequest } }),
    on(events.joinRequested, { notify: { asked: tellRequested } }),
    on(events.joinNotAsked, { notify: { asker: askerHears('not-asked') } }),
    on(events.joinAccepted),
    on(events.joinRefused, { notify: { asker: askerHears('refused') } }),
    on(events.joinExpired, { notify: { asker: askerHears('expired') } }),
    on(events.joinStuck, { notify: { both: tellStuck } }),
    on(events.joined, { notify: { both: tellJoined } }),
    on(events.erasureAsked),
    on(events.erased),
  ],
  timers: {
    [CHECK_TIMER]: async (ctx, { data }) => {
      await checkAgain(ctx, ctx.signatures ?? null, dueCheckOf(data));
      return [];
    },
  },
  jobs: {},
};
