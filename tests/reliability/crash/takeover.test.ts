// Two processes of one bot with long polling: one fetches the updates, the other stands by and takes over. Telegram
// would end the poll of the older one (409), were both to poll.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectStore } from '../../../engine/store/connection.ts';
import { type Fleet, startFleet } from '../../support/crash/fleet.ts';
import type { ManagedProcess } from '../../support/crash/managed-process.ts';
import { startServices, type TestServices } from '../../support/services/start-services.ts';
import { type Bot, type BotApi, startBotApi, type User } from '../../support/telegram/index.ts';

const TOKENS = { participant: '1001:participant-token', staff: '1002:staff-token' };
const HELP = /Әлеуметтік студенттік кредит/;

let services: TestServices;
let api: BotApi;
let bot: Bot;
let fleet: Fleet;

beforeAll(async () => {
  services = await startServices();
  api = await startBotApi();
  bot = api.addBot({ token: TOKENS.participant, username: 'qadam_test_bot', name: 'Qadam' });
  fleet = await startFleet({
    mongodb: services.mongodbUri,
    redis: services.redisUrl,
    secretKey: 'a key that only tests use, 32 long',
    telegram: { root: api.root, ...TOKENS },
    receives: 'polling',
    each: 2,
    kinds: ['participant'],
  });
}, 90_000);
afterAll(async () => {
  await fleet.stop();
  await api.close();
  await services.stop();
}, 60_000);

let people = 0;
async function newcomer(): Promise<User> {
  people += 1;
  const user = api.user({ id: 5_000 + people, firstName: 'Айым', languageCode: 'kk' });
  await user.start(bot);
  return user;
}
const greeted = async (user: User) => void (await user.waitFor(bot, /Тілді таңдаңыз/, { timeoutMs: 30_000 }));
const replies = (user: User) => user.chat(bot).filter((message) => message.from === 'bot').length;
const conflicts = () => api.calls(TOKENS.participant, 'getUpdates').filter((call) => call.status === 409);

/** The process that polls: while the other was away, it was this one. */
async function thePoller(): Promise<ManagedProcess> {
  const [first, second] = fleet.of('participant');
  if (!first || !second) throw new Error('there are two');
  await first.stop();
  await greeted(await newcomer());
  await first.start();
  return second;
}

describe('two processes of a bot that fetch by long polling', () => {
  it('do not end each other’s polls', async () => {
    await greeted(await newcomer());
    const before = api.calls(TOKENS.participant, 'getUpdates').length;
    for (let count = 0; count < 5; count += 1) await greeted(await newcomer());
    expect(api.calls(TOKENS.participant, 'getUpdates').length).toBeGreaterThan(before);
    expect(conflicts()).toEqual([]);
  }, 60_000);

  it('take over when the one that polls is killed: every update is answered, once and in order', async () => {
    const regular = await newcomer();
    await greeted(regular);
    await regular.tap(bot, 'Қазақша');
    await regular.waitFor(bot, HELP, { timeoutMs: 30_000 });
    const began = replies(regular);
    const poller = await thePoller();
    const killed = poller.kill9();
    // Nobody polls now: all of it waits at Telegram.
    const left = performance.now();
    const late = await Promise.all(Array.from({ length: 10 }, newcomer));
    await regular.send(bot, '/help');
    await regular.send(bot, '/cancel');
    await Promise.all(late.map(greeted));
    await expect.poll(() => replies(regular), { timeout: 30_000 }).toBe(began + 2);
    expect(performance.now() - left).toBeLessThan(30_000);
    await bot.settled({ timeoutMs: 30_000 });
    expect(late.map(replies)).toEqual(late.map(() => 1));
    await killed;
    await expectEachDoneOnce();
  }, 120_000);

  it('take over at once when the one that polls is told to end', async () => {
    const poller = await thePoller();
    const ended = poller.term();
    const user = await newcomer();
    await greeted(user);
    expect((await ended).code).toBe(0);
    expect(replies(user)).toBe(1);
    await expectEachDoneOnce();
  }, 120_000);
});

async function expectEachDoneOnce(): Promise<void> {
  const db = await connectStore(services.mongodbUri);
  try {
    const waiting = () => db.collection('inbox').countDocuments({ state: { $ne: 'done' } });
    await expect.poll(waiting, { timeout: 30_000 }).toBe(0);
    expect(await db.collection('inbox').countDocuments()).toBe(bot.sent().length);
  } finally {
    await db.close();
  }
}
