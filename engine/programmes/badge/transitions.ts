// What a change of the badge programme moved, and from where to where: noted in the audit record of the change.
import type { mayTransition } from './states.ts';

export type Transitioning = keyof typeof mayTransition;

/** `from` is null for what came to be with this change. */
export interface Transition {
  readonly what: Transitioning;
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
}

/** For the `details` of a change. */
export const transition = (
  what: Transitioning,
  id: string,
  from: string | null,
  to: string,
): { transitions: Transition[] } => ({ transitions: [{ what, id, from, to }] });
