// What people and their documents announce: each event with what it carries. What follows is told in manifest.ts.
import Type from 'typebox';
import type { Role } from '../kernel/actor.ts';
import { event } from '../store/event.ts';

const OfPerson = Type.Object({ person: Type.String() });
const OfPurpose = Type.Object({ person: Type.String(), purpose: Type.String() });
/** `person` is asked by `asker`; `join` is the request. */
const OfJoin = Type.Object({ person: Type.String(), asker: Type.String(), merge: Type.String() });

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
export const phoneProven = event('people.phone-proven', OfPerson);
export const guardianDeclined = event('people.guardian-declined', OfPerson);

export const mergeAsked = event(
  'people.merge-asked',
  Type.Object({ person: Type.String(), to: Type.String() }),
);
export const mergeRequested = event('people.merge-requested', OfJoin);
export const mergeNotAsked = event('people.merge-not-asked', OfJoin);
export const mergeAccepted = event('people.merge-accepted', OfJoin);
export const mergeRefused = event('people.merge-refused', OfJoin);
export const mergeExpired = event('people.merge-expired', OfJoin);
export const mergeStuck = event('people.merge-stuck', OfJoin);
export const merged = event('people.merged', OfJoin);

export const erasureAsked = event(
  'people.erasure-asked',
  Type.Object({
    person: Type.String(),
    /** Accounts that were merged to the person's. */
    stubs: Type.Array(Type.String()),
  }),
);
export const erased = event('people.erased', OfPerson);

export const roleTaken = event(
  'people.role-taken',
  Type.Object({
    person: Type.String(),
    /** What was taken; absent where the person did not hold it. */
    grant: Type.Optional(Type.Object({ role: Type.Unsafe<Role>(Type.String()), scope: Type.String() })),
  }),
);
