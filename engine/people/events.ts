// What people and their documents announce: each event with what it carries. What follows is told in manifest.ts.
import Type from 'typebox';
import { event } from '../store/event.ts';

const OfPerson = Type.Object({ person: Type.String() });
const OfPurpose = Type.Object({ person: Type.String(), purpose: Type.String() });
/** `person` is asked by `asker`; `join` is the request. */
const OfJoin = Type.Object({ person: Type.String(), asker: Type.String(), join: Type.String() });

export const registered = event('people.registered', OfPerson);
export const consentGiven = event('people.consent-given', OfPurpose);
export const consentWithdrawn = event('people.consent-withdrawn', OfPurpose);

export const identityGiven = event(
  'people.identity-given',
  Type.Object({
    person: Type.String(),
    doubt: Type.Union([Type.Literal('none'), Type.Literal('differs'), Type.Literal('may-be-minor')]),
  }),
);
export const ageDoubted = event('people.age-doubted', OfPerson);
export const iinConfirmed = event('people.iin-confirmed', OfPerson);
export const signatureFailed = event('people.signature-failed', OfPerson);
export const signatureUnsettled = event('people.signature-unsettled', OfPerson);

export const guardianConsented = event(
  'people.guardian-consented',
  Type.Object({ person: Type.String(), guardian: Type.String() }),
);
export const guardianDeclined = event('people.guardian-declined', OfPerson);

export const joinAsked = event(
  'people.join-asked',
  Type.Object({ person: Type.String(), to: Type.String() }),
);
export const joinRequested = event('people.join-requested', OfJoin);
export const joinNotAsked = event('people.join-not-asked', OfJoin);
export const joinAccepted = event('people.join-accepted', OfJoin);
export const joinRefused = event('people.join-refused', OfJoin);
export const joinExpired = event('people.join-expired', OfJoin);
export const joinStuck = event('people.join-stuck', OfJoin);
export const joined = event('people.joined', OfJoin);

export const erasureAsked = event(
  'people.erasure-asked',
  Type.Object({
    person: Type.String(),
    /** Accounts that were joined to the person's. */
    stubs: Type.Array(Type.String()),
  }),
);
export const erased = event('people.erased', OfPerson);
