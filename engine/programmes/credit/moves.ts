// What a change of the credit programme moved, and from where to where: noted in the audit record of the change, so
// that the way of each interview, credit, entry, payout and re-credit can be walked again (see states.ts).
import { mayMove } from './states.ts';

export type Moving = keyof typeof mayMove;

/** `from` is null for what came to be with this change. */
export interface Move {
  readonly what: Moving;
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
}

/** The states in which things come to be. */
const firstStates: Readonly<Record<Moving, string>> = {
  project: 'draft',
  interview: 'pending',
  credit: 'working',
  entry: 'reported',
  payout: 'ordered',
  recredit: 'available',
};

/** For the `details` of a change. */
export const moved = (what: Moving, id: string, from: string | null, to: string): { moves: Move[] } => ({
  moves: [{ what, id, from, to }],
});

/** True for a beginning in the first state, or a step along a declared edge. */
export const isDeclared = ({ what, from, to }: Move): boolean =>
  from === null
    ? to === firstStates[what]
    : (mayMove[what] as (from: string, to: string) => boolean)(from, to);
