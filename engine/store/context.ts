// What every use-case is handed: the clock, the database and the keys. Nothing global, so that a test owns its world.
import type { Connection } from 'mongoose';
import type { Clock } from '../kernel/clock.ts';
import type { Sealer } from '../kernel/sealing.ts';

/** An owner document whose outbox has something to carry. */
export interface Waiting {
  /** The name of its collection. */
  readonly owner: string;
  readonly id: string;
}

export interface StoreContext {
  readonly clock: Clock;
  readonly db: Connection;
  readonly sealer: Sealer;
  /**
   * Says that an outbox has something to carry, and whose, so that nobody has to search for it; without a name,
   * that something waits somewhere. Losing the hint loses nothing: the relay looks by itself, too.
   */
  readonly nudge: (waiting?: Waiting) => void;
}
