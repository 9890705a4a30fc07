// What tests know of the campaign that they run in: whether there is one, how much time is left, and what it counts.
// Within `npm test` there is none: counts are small, and nothing is written down.
import { appendFileSync } from 'node:fs';

export interface Note {
  /** `before a write`, `worker`, `MongoDB: reset`, `model` … */
  readonly kind: string;
  /** How many runs this note stands for; one unless told otherwise. */
  readonly runs?: number;
  /** Milliseconds until work went on. */
  readonly recovery?: number;
  /** What was wrong, in words. */
  readonly violation?: string;
}

/** One line a note, for the table at the campaigns' end. */
export function noteDown(notes: readonly Note[]): void {
  const file = process.env.CAMPAIGN_NOTES;
  if (file) appendFileSync(file, notes.map((note) => `${JSON.stringify(note)}\n`).join(''));
}

export const inCampaign = process.env.CAMPAIGN === '1';

/** Milliseconds until a campaign with a limit has to end; null where there is none. */
export function timeLeft(): number | null {
  const until = process.env.CAMPAIGN_UNTIL;
  return until === undefined ? null : Number(until) - performance.timeOrigin - performance.now();
}

/** Asked by everything that does the same many times over. */
export const isTimeUp = (): boolean => (timeLeft() ?? 1) <= 0;
