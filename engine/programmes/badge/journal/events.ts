// What happens to a journal entry.
import Type, { type Static } from 'typebox';
import { event } from '../../../store/event.ts';

const OfEntry = Type.Object({
  entry: Type.String(),
  participation: Type.String(),
  person: Type.String(),
});
export type OfEntry = Static<typeof OfEntry>;

/** Written, or written again after it was returned: it waits for the mentor. */
export const entrySent = event('badge.entry-sent', OfEntry);
/** It waits for the employer's word first. */
export const employerAsked = event('badge.employer-asked', OfEntry);
export const employerAnswered = event('badge.employer-answered', OfEntry);
export const entryApproved = event('badge.entry-approved', OfEntry);
export const entryReturned = event('badge.entry-returned', OfEntry);
export const extraTaskSet = event('badge.extra-task-set', OfEntry);
/** The mentor took the decision back. */
export const entryReopened = event('badge.entry-reopened', OfEntry);
export const disputeOpened = event('badge.dispute-opened', OfEntry);
export const disputeUpheld = event('badge.dispute-upheld', OfEntry);
/** The demand is void: the entry waits for the mentor again. */
export const demandCancelled = event('badge.demand-cancelled', OfEntry);
