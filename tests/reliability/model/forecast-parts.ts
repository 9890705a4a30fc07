// What a forecast is, and the taking of a seat.
import type { State } from './state.ts';

/** `refused: null` is any reason. With `effect` something is written though the wish is refused. */
export type Forecast = 'done' | { readonly refused: string | null; readonly effect: boolean };

export const refuse = (refused: string | null): Forecast => ({ refused, effect: false });

export function take(state: State, seat: string): boolean {
  const left = state.left.get(seat) ?? 0;
  if (left > 0) state.left.set(seat, left - 1);
  return left > 0;
}
