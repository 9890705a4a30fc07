// The turns that all processes share stand in Redis: where its connection dies in silence, notices go on within seconds.
import { afterEach, expect, it } from 'vitest';
import { type SharedRateLimiter, sharedRateLimiter } from '../../../engine/jobs/shared-rate-limiter.ts';
import { type FaultyProxy, openProxy } from '../../support/faults/proxy.ts';
import { freshPrefix, sharedRedis } from '../../support/services/fresh-database.ts';

let proxy: FaultyProxy;
let limiter: SharedRateLimiter;
let chats = 0;

afterEach(async () => {
  limiter.close();
  await proxy.close();
});

/** A chat that nobody has written to. @returns whether its notice may go */
async function mayGo(): Promise<boolean> {
  chats += 1;
  return (await limiter.notice('bot', `chat-${chats}`)) === null;
}

it('turns are booked again after a connection has died in silence', async () => {
  proxy = await openProxy(sharedRedis());
  limiter = sharedRateLimiter(`redis://127.0.0.1:${proxy.port}`, freshPrefix());
  await expect.poll(mayGo, { timeout: 5_000 }).toBe(true);
  proxy.strike({ kind: 'half-open' });
  expect(await mayGo()).toBe(false);
  await expect.poll(mayGo, { timeout: 10_000 }).toBe(true);
}, 30_000);
