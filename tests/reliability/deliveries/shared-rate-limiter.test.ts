// The turns that all processes book in Redis, by its clock and ours: on a machine of their own, in a campaign.
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { sharedRateLimiter } from '../../../engine/jobs/shared-rate-limiter.ts';
import { SECOND } from '../../../engine/kernel/clock.ts';
import { newId } from '../../../engine/kernel/ids.ts';
import { RATE } from '../../../engine/notify/rate-limiter.ts';
import { freshPrefix, sharedRedis } from '../../support/services/fresh-database.ts';
import { mostInASecond } from './most-in-a-second.ts';

const BOT = 'participant.telegram';

describe('turns for all processes', () => {
  it('keep two workers and a talking bot together to 30 in any sliding second', async () => {
    const prefix = freshPrefix();
    const [one, two, bot] = [1, 2, 3].map(() => sharedRateLimiter(sharedRedis(), prefix));
    if (!one || !two || !bot) throw new Error('three were made');
    const times: number[] = [];
    const waits: number[] = [];
    const until = performance.now() + 3 * SECOND;
    const work = async (worker: typeof one, name: string) => {
      for (let n = 0; performance.now() < until; n += 1) {
        const pause = await worker.inLine(BOT, () => worker.notice(BOT, `${name}${n}`));
        if (pause === null) times.push(performance.now());
      }
    };
    const talk = async () => {
      for (let n = 0; performance.now() < until; n += 1) {
        const asked = performance.now();
        await bot.reply(BOT, `talker${n}`);
        times.push(performance.now());
        waits.push(performance.now() - asked);
        // Four others speak within the rate limit of a bot of their own, then this one again.
        for (let m = 0; m < 4; m += 1) await bot.notice('a slower bot', `${n}.${m}`);
      }
    };
    for (const each of [one, two, bot]) await expect.poll(() => each.notice('another', newId())).toBeNull();
    await Promise.all([work(one, 'a'), work(two, 'b'), talk()]);
    expect(mostInASecond(times)).toBeLessThanOrEqual(RATE.most + 1);
    expect(times.length).toBeGreaterThan(60);
    expect(Math.max(...waits)).toBeLessThan(RATE.longestWait + 100);
    for (const limiter of [one, two, bot]) limiter.close();
  }, 30_000);

  it('are the same as those of one process', async () => {
    const redis = new Redis(sharedRedis());
    const prefix = freshPrefix();
    const limiter = sharedRateLimiter(sharedRedis(), prefix);
    await expect.poll(() => limiter.notice(BOT, 'c')).toBeNull();
    const pause = (await limiter.notice(BOT, 'c')) ?? 0;
    expect(pause).toBeGreaterThan(RATE.chatGap - 200);
    expect(pause).toBeLessThanOrEqual(RATE.chatGap);
    await limiter.reply(BOT, 'd', 10);
    expect(await redis.zcard(`${prefix}.rate.${BOT}`)).toBe(1 + 10 * RATE.replyWeight);
    expect(await limiter.notice(BOT, 'd')).toBeGreaterThan(0);
    limiter.close();
    redis.disconnect();
  });
});
