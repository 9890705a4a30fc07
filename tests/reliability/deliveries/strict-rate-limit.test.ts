// Two workers send notices to everyone while people talk to the bot, against the local Bot API server with its flood
// limits on. What counts is the server's own record of when each message arrived.
import { afterEach, expect, it } from 'vitest';
import { grammyChannel } from '../../../bot/adapters/grammy.ts';
import { createSender } from '../../../bot/delivery/sender.ts';
import { talkingPort } from '../../../bot/delivery/talking-port.ts';
import { createJobs } from '../../../engine/jobs/jobs.ts';
import { LocalNudge } from '../../../engine/jobs/nudge.ts';
import { sharedRateLimiter } from '../../../engine/jobs/shared-rate-limiter.ts';
import { chatAddress, chatKey } from '../../../engine/kernel/chat.ts';
import { SECOND } from '../../../engine/kernel/clock.ts';
import { planDeliveries } from '../../../engine/notify/plan.ts';
import { RATE } from '../../../engine/notify/rate-limiter.ts';
import { emptyDatabase, freshPrefix, sharedRedis } from '../../support/services/fresh-database.ts';
import { startBotApi } from '../../support/telegram/index.ts';
import {
  addPerson,
  chatOf,
  openStage,
  personOf,
  quietLog,
  statesOf,
  ticketProgramme,
} from '../jobs/stage.ts';
import { mostInASecond } from './most-in-a-second.ts';

const TOKEN = '700009:limiter-test-token';
const TOLD = 100;
const TALKERS = 2;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

it('keeps all senders together within Telegram’s limits, and talking people do not wait', async () => {
  const api = await startBotApi();
  closing.push(() => api.close());
  const bot = api.addBot({ token: TOKEN, username: 'qadam_pace_bot', name: 'RateLimiter' });
  const stage = await openStage(emptyDatabase(), () => undefined);
  closing.push(() => stage.close());
  for (let n = 0; n < TOLD + TALKERS; n += 1) {
    await addPerson(stage.ctx, n);
    const chat = Number(chatAddress(chatOf(n)).chat);
    await api.user({ id: chat, firstName: `Сынақ ${n}`, languageCode: 'ru' }).start(bot);
  }
  const options = {
    token: TOKEN,
    tokenVariable: 'X',
    apiRoot: api.root,
    desk: 'participant',
    log: quietLog,
  } as const;
  const channel = grammyChannel(options);
  closing.push(() => channel.stop());
  const prefix = freshPrefix();
  for (const _worker of ['one', 'two']) {
    const limiter = sharedRateLimiter(sharedRedis(), prefix);
    const portOf = () => channel.port;
    const send = createSender({
      ctx: stage.ctx,
      portOf,
      loadMedia: async () => null,
      log: quietLog,
      limiter,
    });
    const jobs = createJobs({
      ...{ ctx: stage.ctx, nudge: new LocalNudge(), redis: sharedRedis(), prefix },
      ...{ parts: [ticketProgramme()], deliver: send, log: quietLog },
    });
    closing.push(async () => {
      await jobs.stop();
      limiter.close();
    });
    jobs.start();
  }
  const limiter = sharedRateLimiter(sharedRedis(), prefix);
  closing.push(() => limiter.close());
  const port = talkingPort(channel.port, limiter);
  api.rates.enabled = true;
  const message = { texts: [{ key: 'common:delivery.repeat', params: { reference: 'RATE' } }] };
  await planDeliveries(
    stage.ctx,
    'everyone',
    Array.from({ length: TOLD }, (_, n) => ({ to: personOf(n), desk: 'participant' as const, message })),
  );
  const waits: number[] = [];
  const allSent = async () => (await statesOf(stage.ctx)).sent === TOLD;
  for (let n = 0; !(await allSent()) && n < 300; n += 1) {
    const asked = performance.now();
    const to = chatAddress(chatOf(TOLD + (n % TALKERS)));
    await port.send(to, { html: `reply ${n}`, buttons: [], media: [] }).catch(() => undefined);
    waits.push(performance.now() - asked);
    // A person who reads and writes again: four turns of a bot of nobody's, half a second in all.
    for (let m = 0; m < 15; m += 1) await limiter.notice(`nobody ${chatKey(to)}`, `${n}.${m}`);
  }
  expect(await statesOf(stage.ctx)).toEqual({ sent: TOLD });
  const calls = api.calls(TOKEN, 'sendMessage');
  const sent = calls.filter(({ status }) => status === 200);
  expect(mostInASecond(calls.map(({ at }) => at.getTime()))).toBeLessThanOrEqual(31);
  expect(new Set(sent.map(({ params }) => params.chat_id)).size).toBe(TOLD + TALKERS);
  expect(sent.filter(({ params }) => !String(params.text).startsWith('reply'))).toHaveLength(TOLD);
  // On a busy machine a few reach Telegram closer together than they left.
  expect(calls.length - sent.length).toBeLessThanOrEqual(TOLD / 20);
  const median = waits.sort((a, b) => a - b)[Math.floor(waits.length / 2)];
  expect(median).toBeLessThan(RATE.longestWait);
  expect(Math.max(...waits)).toBeLessThan(SECOND);
}, 60_000);
