// The demo's clock: every move counts, also while the shared offset is being read, and other processes follow it.
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY, SECOND, systemClock } from '../../../engine/kernel/clock.ts';
import { followDemoClock } from '../../../engine/runtime/demo-clock.ts';
import { connectStore } from '../../../engine/store/connection.ts';
import { freshDatabase } from '../../support/services/fresh-database.ts';

let db: Connection;
beforeAll(async () => {
  db = await connectStore(freshDatabase());
});
afterAll(() => db.close());

const daysAhead = (at: Date): number => Math.round((at.getTime() - systemClock.now().getTime()) / DAY);

it('tells the new time of each move, one after another', async () => {
  const { advance, stop } = await followDemoClock(db);
  const start = daysAhead(await advance(0));
  for (const day of [1, 2, 3]) expect(daysAhead(await advance(DAY))).toBe(start + day);
  stop();
});

it('keeps a move though a look at the old offset ends after it', async () => {
  const { clock, advance, stop } = await followDemoClock(db);
  // Looks every half second go on meanwhile; a hundred moves leave hardly a gap between them.
  for (let count = 0; count < 100; count += 1) {
    const told = await advance(DAY);
    expect(daysAhead(clock.now())).toBe(daysAhead(told));
  }
  stop();
});

it('is followed by every other process within a second', async () => {
  const first = await followDemoClock(db);
  const second = await followDemoClock(db);
  const moved = daysAhead(await first.advance(DAY));
  await expect.poll(() => daysAhead(second.clock.now()), { timeout: 2 * SECOND }).toBe(moved);
  first.stop();
  second.stop();
});

it('goes back to the real time, and every other process has seen it by then', async () => {
  const first = await followDemoClock(db);
  const second = await followDemoClock(db);
  await first.advance(DAY);
  await first.reset();
  expect([first, second].map(({ clock }) => daysAhead(clock.now()))).toEqual([0, 0]);
  first.stop();
  second.stop();
});
