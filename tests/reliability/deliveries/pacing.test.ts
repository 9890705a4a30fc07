// Telegram's pace: at most 30 messages in any second from a bot, one a second in a chat. Time is the test's own.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Spacing } from '../../../bot/delivery/spacing.ts';
import { ManualClock, SECOND } from '../../../engine/kernel/clock.ts';
import { planDeliveries } from '../../../engine/notify/plan.ts';
import { busyUntil, keepBusy, takeSlot } from '../../../engine/notify/slots.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import { freshDatabase } from '../../support/services/fresh-database.ts';
import { addPerson, chatOf, openStage, personOf, type Stage } from '../jobs/stage.ts';

let stage: Stage;
let clock: ManualClock;
beforeEach(async () => {
  clock = new ManualClock('2026-03-02T06:00:00Z');
  stage = await openStage(freshDatabase(), () => undefined, clock);
}, 60_000);
afterEach(() => stage.close());

/** The most that happened within any sliding second. */
function mostInASecond(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.max(...sorted.map((start) => sorted.filter((at) => at >= start && at < start + SECOND).length));
}

/** When each of `count` senders that arrive at once is let through; time moves only by waiting. */
async function passages(count: number, apart: number): Promise<readonly number[]> {
  const start = clock.now().getTime();
  const waits: number[] = [];
  const spacing = new Spacing(clock, async (milliseconds) => waits.push(milliseconds), apart);
  for (let n = 0; n < count; n += 1) await spacing.turn('participant.telegram');
  return [start, ...waits.map((wait) => start + wait)];
}

describe('the spacing of a bot', () => {
  it('lets at most 30 through in any sliding second, and 50,000 within 28.5 minutes', async () => {
    const times = await passages(3_000, 34);
    expect(times).toHaveLength(3_000);
    expect(mostInASecond(times)).toBeLessThanOrEqual(30);
    const each = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (times.length - 1);
    expect((each * 50_000) / (60 * SECOND)).toBeLessThanOrEqual(28.5);
  });

  it('would be seen to let too many through if it were tighter', async () => {
    expect(mostInASecond(await passages(3_000, 30))).toBeGreaterThan(31);
  });

  it('does not hold one bot up for another', async () => {
    const waits: number[] = [];
    const spacing = new Spacing(clock, async (milliseconds) => waits.push(milliseconds));
    for (const bot of ['participant.telegram', 'staff.telegram', 'other']) await spacing.turn(bot);
    expect(waits).toEqual([]);
  });
});

describe('a chat', () => {
  it('gets one message a second, others meanwhile', async () => {
    await addPerson(stage.ctx, 1);
    await addPerson(stage.ctx, 2);
    const told = (to: number, key: string) => ({
      to: personOf(to),
      desk: 'participant' as const,
      message: { texts: [{ key }] },
    });
    const news = [told(1, 'test:a'), told(1, 'test:b'), told(1, 'test:c'), told(2, 'test:d')];
    const planned = await planDeliveries(stage.ctx, 'e1', news);
    for (let second = 0; second < 3; second += 1) {
      for (const { id } of planned) await stage.deliver(id);
      clock.advance(SECOND);
    }
    const start = stage.port.sent[0]?.at ?? 0;
    const timesOf = (n: number) =>
      stage.port.sent.filter(({ chat }) => chat === chatOf(n)).map(({ at }) => at - start);
    expect(timesOf(1)).toEqual([0, SECOND, 2 * SECOND]);
    expect(timesOf(2)).toEqual([0]);
    expect(await deliveries.on(stage.ctx.db).countDocuments({ state: 'sent' })).toBe(4);
  });

  it('is given to one of many workers that want it at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => takeSlot(stage.ctx, 'chat', SECOND)));
    expect(outcomes.filter((each) => each === null)).toHaveLength(1);
    const free = new Date(clock.now().getTime() + SECOND);
    expect(outcomes.filter((each) => each !== null)).toEqual(Array(29).fill(free));
  });

  it('kept busy is not freed earlier by a shorter pause', async () => {
    const late = new Date(clock.now().getTime() + 60 * SECOND);
    await keepBusy(stage.ctx, 'bot', late);
    await keepBusy(stage.ctx, 'bot', new Date(clock.now().getTime() + SECOND));
    expect(await busyUntil(stage.ctx, ['bot', 'chat'])).toEqual(late);
    clock.set(late);
    expect(await busyUntil(stage.ctx, ['bot', 'chat'])).toBeNull();
  });
});
