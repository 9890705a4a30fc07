// Which version of a matter a decider saw: a short word that changes with everything that the decision rests on. Read for the
// card, and compared by the use-case in the same write as the decision.
import type { Credit, Entry, Interview } from '../store.ts';

const stamp = (at: Date | null): string => (at ? at.getTime().toString(36) : '0');

/** What is a document of its own: its version number. */
export const ownVersion = ({ v }: { readonly v: number }): string => String(v);

export const interviewVersion = ({ state, decidedAt }: Pick<Interview, 'state' | 'decidedAt'>): string =>
  state === 'booked' ? 'b' : `${state[0]}${stamp(decidedAt)}`;

/** Reported hours are never changed: they stand as they are until they are decided. */
export const entryVersion = ({ state, decidedAt }: Pick<Entry, 'state' | 'decidedAt'>): string =>
  `${state[0]}${stamp(decidedAt)}`;

/** A report that was returned is sent again under the same id. */
export const reportVersion = ({ state, report }: Pick<Credit, 'state' | 'report'>): string =>
  `${state === 'report-sent' ? 's' : 'd'}${stamp(report?.sentAt ?? null)}`;
