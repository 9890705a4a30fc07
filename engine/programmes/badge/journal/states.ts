// The states of a journal entry and the edges along which they move, and what kinds of entry each direction has (§3.1).
import type { Direction } from '../states.ts';

/**
 * `with-employer`: waits for the employer's word; `sent`: waits for the mentor; `tasked`: the mentor asks for something
 * more. What was returned or tasked is written again under the same id.
 */
export const entryStates = ['with-employer', 'sent', 'approved', 'returned', 'tasked'] as const;
export type EntryState = (typeof entryStates)[number];

const edges: Readonly<Record<EntryState, readonly EntryState[]>> = {
  'with-employer': ['sent', 'with-employer'],
  sent: ['approved', 'returned', 'tasked'],
  // Undone by the mentor, or written again.
  approved: ['sent'],
  returned: ['sent', 'with-employer'],
  tasked: ['sent', 'with-employer'],
};

export const mayTurn = (from: EntryState, to: EntryState): boolean => edges[from].includes(to);

/** Entries that stand: none of them may be written a second time. */
export const standingStates: readonly EntryState[] = ['with-employer', 'sent', 'approved', 'tasked'];
/** What the participant has to write again. */
export const demandingStates: readonly EntryState[] = ['returned', 'tasked'];

/**
 * `lesson`: a report of minutes; `result`: the short video at the assessment; `standard`: what was reached in a test of
 * sport; `action`: a day of volunteering; `trip-day`: a day of an expedition; `work`: days at an employer's.
 */
export const entryKinds = ['lesson', 'standard', 'result', 'book', 'action', 'trip-day', 'work'] as const;
export type EntryKind = (typeof entryKinds)[number];

export const kindsOf: Readonly<Record<Direction, readonly EntryKind[]>> = {
  sport: ['lesson', 'standard', 'result'],
  talent: ['lesson', 'result'],
  reading: ['book'],
  heritage: ['lesson', 'book', 'result'],
  volunteering: ['action'],
  tourism: ['trip-day'],
  work: ['work'],
};

/** Why work is late or was missed (§3.3). */
export const lateReasons = ['health', 'disaster', 'bereavement', 'no-internet', 'other'] as const;
export type LateReason = (typeof lateReasons)[number];
