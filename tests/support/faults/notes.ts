// What the fault tests note down for the table of `npm run test:faults`: one line a fault. Nothing within `npm test`.
import { appendFileSync } from 'node:fs';

export interface FaultNote {
  /** What our processes were cut off from. */
  readonly end: string;
  readonly kind: string;
  /** Milliseconds until work went on. */
  readonly recovery: number;
  /** Counted to the moment when the queues are whole again. */
  readonly rebuilds?: boolean;
}

export function noteDown(notes: readonly FaultNote[]): void {
  const file = process.env.FAULT_NOTES;
  if (file) appendFileSync(file, notes.map((note) => `${JSON.stringify(note)}\n`).join(''));
}
