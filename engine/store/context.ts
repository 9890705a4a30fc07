// What every use-case is handed: the clock, the database and the keys. Nothing global, so that a test owns its world.
import type { Connection } from 'mongoose';
import type { Clock } from '../kernel/clock.ts';
import type { Sealer } from '../kernel/sealing.ts';

export interface StoreContext {
  readonly clock: Clock;
  readonly db: Connection;
  readonly sealer: Sealer;
  /** Says that an outbox has something to carry. Losing the hint loses nothing: the relay looks by itself, too. */
  readonly nudge: () => void;
}
