// The clock of a story: begins on a day of the story's choosing, runs like a real one, and can be moved ahead.
import { ShiftedClock, systemClock } from '../../../engine/kernel/clock.ts';

export class StoryClock extends ShiftedClock {
  constructor(start: string) {
    super(systemClock);
    this.offset = new Date(start).getTime() - systemClock.now().getTime();
  }

  advance(milliseconds: number): void {
    this.offset += milliseconds;
  }
}
