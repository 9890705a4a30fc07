// What somebody is asked on the page, and what they do.
import type { Seat } from './seat.ts';

export type PageTurn = readonly [asked: string | RegExp, does: (seat: Seat) => Promise<void>];

export const tap = (label: string | RegExp) => (seat: Seat) => seat.tap(label);
export const say = (words: string) => (seat: Seat) => seat.say(words);

/** A question may stand in the place of the one before. */
export async function answers(seat: Seat, ...turns: readonly PageTurn[]): Promise<void> {
  for (const [asked, does] of turns) {
    await seat.reads(asked);
    await does(seat);
  }
}
