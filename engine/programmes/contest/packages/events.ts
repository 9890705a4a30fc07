// What is announced about packages. Never a text: whoever is notified reads it where it is kept.
import Type, { type Static } from 'typebox';
import { event } from '../../../store/event.ts';

const OfPackage = Type.Object({ nomination: Type.String(), person: Type.String(), region: Type.String() });
export type OfPackage = Static<typeof OfPackage>;

export const packageOpened = event('contest.package-opened', OfPackage);
export const packageSent = event('contest.package-sent', OfPackage);
/** Changed after it had been sent: it is to be sent again. */
export const packageReopened = event('contest.package-reopened', OfPackage);
