// The clock of a story: begins on a day of the story's choosing, runs like a real one, and can be moved ahead.
// It is the demo's clock, so that processes of the story which run by themselves follow it.
import { ShiftedClock, systemClock } from '../../../engine/kernel/clock.ts';
import type { StoreContext } from '../../../engine/store/context.ts';
import { writeSetting } from '../../../engine/store/settings.ts';

export class StoryClock extends ShiftedClock {
  readonly #db: StoreContext['db'];

  constructor(db: StoreContext['db'], start: string) {
    super(systemClock);
    this.#db = db;
    this.offset = new Date(start).getTime() - systemClock.now().getTime();
  }

  /** Tells the other processes where the clock stands. */
  async share(): Promise<void> {
    await writeSetting({ db: this.#db }, 'demo-clock', this.offset);
  }

  /** People read, and time passes; nobody else is told, for it is next to nothing. */
  pass(milliseconds: number): void {
    this.offset += milliseconds;
  }

  async advance(milliseconds: number): Promise<void> {
    this.offset += milliseconds;
    await this.share();
  }
}
