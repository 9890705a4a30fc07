// A button that decides is not taken at the moment it appears: a double tap, or a message that moved under the finger,
// would decide what nobody has read. Called by the runner for each tap.
import { decodeCallback } from './callback.ts';
import type { Dialogue } from './step.ts';

/** Milliseconds between a deciding button and a tap on it that is believed. */
export const TAP_PAUSE = 500;

/** When the tapped button was shown; null when that is long ago or not known. */
export type ShownAt = (data: string) => Promise<Date | null>;

export interface TapGuard {
  /** True for a tap that came too soon to be meant. */
  isTooSoon(data: string): Promise<boolean>;
}

export const tapGuard = (now: Date, pause: number, shownAt: ShownAt): TapGuard => ({
  async isTooSoon(data) {
    const at = pause > 0 ? await shownAt(data) : null;
    return at !== null && now.getTime() - at.getTime() < pause;
  },
});

/** True when the button acts for good: answers a deciding question, or starts a dialogue that decides at once. */
export function decides<E>(
  data: string,
  dialogueOf: (id: string) => Dialogue<E> | undefined,
  waiting: string | undefined,
): boolean {
  const callback = decodeCallback(data);
  if (callback?.kind === 'go') return dialogueOf(callback.dialogue)?.decides ?? false;
  const step = waiting && dialogueOf(waiting)?.steps.find((each) => each.id === callback?.step);
  return callback !== null && step
    ? step.kind === 'input' && (step.decides?.(callback.choice) ?? false)
    : false;
}
