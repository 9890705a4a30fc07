// What the crash tests note down for the table of `npm run test:crash`: one line a kill. Nothing within `npm test`.
import { appendFileSync } from 'node:fs';

export interface KillNote {
  /** What was killed: `before a write`, `worker`, `engine` … */
  readonly kind: string;
  /** Milliseconds until work went on. */
  readonly recovery: number;
}

export interface ViolationNote {
  readonly kind: string;
  readonly violation: string;
}

export type Note = KillNote | ViolationNote;

export function noteDown(notes: readonly Note[]): void {
  const file = process.env.CRASH_NOTES;
  if (file) appendFileSync(file, notes.map((note) => `${JSON.stringify(note)}\n`).join(''));
}
