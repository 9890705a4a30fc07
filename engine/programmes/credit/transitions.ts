// What a change of the credit programme moved, and from where to where: noted in the audit record of the change, so
// that the way of each interview, credit, entry, payout and re-credit can be walked again (see states.ts).
import { mayTransition } from './states.ts';

export type Transitioning = keyof typeof mayTransition;

/** `from` is null for what came to be with this change. */
export interface Transition {
  readonly what: Transitioning;
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
}

/** The states in which things come to be. */
const firstStates: Readonly<Record<Transitioning, string>> = {
  project: 'draft',
  interview: 'pending',
  credit: 'working',
  entry: 'reported',
  payout: 'ordered',
  recredit: 'available',
};

/** For the `details` of a change. */
export const transition = (
  what: Transitioning,
  id: string,
  from: string | null,
  to: string,
): { transitions: Transition[] } => ({
  transitions: [{ what, id, from, to }],
});

/** True for a beginning in the first state, or a step along a declared edge. */
export const isDeclared = ({ what, from, to }: Transition): boolean =>
  from === null
    ? to === firstStates[what]
    : (mayTransition[what] as (from: string, to: string) => boolean)(from, to);
