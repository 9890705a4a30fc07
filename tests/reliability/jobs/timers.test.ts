// Due dates: run once when due, tell whom they say, and come back after a failure.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runDueTimers } from '../../../engine/jobs/due-timers.ts';
import { ManualClock, SECOND } from '../../../engine/kernel/clock.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import type { TimerHandling as Handling } from '../../../engine/parts/part.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { setTimer, timers } from '../../../engine/store/timers.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { openStage, personOf, quietLog, type Stage } from './stage.ts';

type TimerHandling = Handling<EngineContext>;

let stage: Stage;
let clock: ManualClock;
beforeEach(async () => {
  clock = new ManualClock('2026-03-02T06:00:00Z');
  stage = await openStage(emptyDatabase(), () => undefined, clock);
}, 60_000);
afterEach(() => stage.close());

const remind: TimerHandling = async () => [
  { to: personOf(1), desk: 'participant', message: { texts: [{ key: 'test:remind' }] } },
];

const run = (handlers: Record<string, TimerHandling>) =>
  runDueTimers({
    ctx: stage.ctx,
    handlers: new Map(Object.entries(handlers)),
    enqueue: () => undefined,
    log: quietLog,
  });

const remindIn = (seconds: number) =>
  setTimer(stage.ctx, {
    key: 'remind/1',
    kind: 'test.remind',
    dueAt: new Date(clock.now().getTime() + seconds * SECOND),
    data: {},
  });

describe('a timer', () => {
  it('is run when it is due, not before, and once, however often it is set', async () => {
    await Promise.all([remindIn(10), remindIn(10), remindIn(10)]);
    expect(await run({ 'test.remind': remind })).toBe(0);
    clock.advance(10 * SECOND);
    expect(await run({ 'test.remind': remind })).toBe(1);
    await remindIn(-5);
    expect(await run({ 'test.remind': remind })).toBe(0);
    expect(await deliveries.on(stage.ctx.db).countDocuments({})).toBe(1);
  });

  it('that fails is put off longer each time, stays visible, holds up no other, and tells once in the end', async () => {
    await remindIn(0);
    await setTimer(stage.ctx, { key: 'other', kind: 'test.other', dueAt: clock.now(), data: {} });
    const failing: TimerHandling = async () => {
      throw new Error('not now');
    };
    expect(await run({ 'test.remind': failing, 'test.other': async () => [] })).toBe(1);
    const kept = await timers.on(stage.ctx.db).findById('remind/1').lean();
    expect(kept).toMatchObject({ state: 'waiting', failures: 1, error: 'not now' });
    clock.advance(4 * SECOND);
    expect(await run({ 'test.remind': remind })).toBe(0);
    clock.advance(SECOND);
    expect(await run({ 'test.remind': failing })).toBe(0);
    clock.advance(9 * SECOND);
    expect(await run({ 'test.remind': remind })).toBe(0);
    clock.advance(SECOND);
    expect(await run({ 'test.remind': remind })).toBe(1);
    expect(await deliveries.on(stage.ctx.db).countDocuments({})).toBe(1);
  });

  it('of a kind that nobody handles waits and says so', async () => {
    await remindIn(0);
    expect(await run({})).toBe(0);
    const kept = await timers.on(stage.ctx.db).findById('remind/1').lean();
    expect(kept?.error).toContain('no programme handles the timer');
  });
});
