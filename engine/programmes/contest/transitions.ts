// What a change moved, and from where to where: noted in the audit record of the change, so that the way of each nomination
// can be walked again (see states.ts).
import type { NominationState } from './states.ts';

/** For the `details` of a change. `from` is null for what came to be with this change. */
export const transition = (id: string, from: NominationState | null, to: NominationState) => ({
  transitions: [{ what: 'nomination', id, from, to }],
});
