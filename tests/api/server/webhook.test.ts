// A message to a bot by webhook: Telegram brings it here, the conversation answers, both over real sockets.

import { createServer } from 'node:net';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { telegramRoutes } from '../../../api/routes/telegram.ts';
import { buildServer } from '../../../api/server.ts';
import { openWebhooks } from '../../../api/webhooks.ts';
import { openConversation } from '../../../bot/conversing.ts';
import { readResolvedConfiguration } from '../../../engine/runtime/configuration.ts';
import { inboxEntries } from '../../../engine/store/inbox.ts';
import { operatorEnvironment } from '../../support/operator.ts';
import { giveBack } from '../../support/services/fresh-database.ts';
import { startBotApi } from '../../support/telegram/index.ts';
import { openContext } from './stage.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

test('with a public address each bot with a token hears and answers through the API process', async () => {
  const api = await startBotApi();
  const bot = api.addBot({ token: '1000001:webhook-participant', username: 'webhook_bot', name: 'Webhook' });
  const port = await freePort();
  const { ctx } = await openContext();
  const config = readResolvedConfiguration({
    MONGODB_URI: 'mongodb://unused/unused',
    REDIS_URL: 'redis://unused',
    SECRET_KEY: 'a secret key that only tests use, long enough',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    TELEGRAM_API_ROOT: api.root,
    PARTICIPANT_BOT_TOKEN: bot.token,
    ...operatorEnvironment,
  });
  const log = pino({ level: 'silent' });
  const webhooks = openWebhooks(config, ctx, await openConversation(ctx), log);
  expect([...webhooks.channels.keys()]).toEqual(['participant']);
  const server = await buildServer({ ctx, log, checks: {}, open: [telegramRoutes(webhooks.channels)] });
  try {
    await server.listen({ host: '127.0.0.1', port });
    await webhooks.start();
    const secret = 'x-telegram-bot-api-secret-token';
    for (const headers of [{}, { [secret]: '' }, { [secret]: 'a guess' }, { [secret]: bot.token }] as const) {
      const payload = { update_id: 1, message: { message_id: 1, date: 1, chat: { id: 1, type: 'private' } } };
      const answer = await server.inject({
        method: 'POST',
        url: '/v1/telegram/participant',
        headers,
        payload,
      });
      expect(answer.statusCode).toBe(401);
    }
    expect(await inboxEntries.on(ctx.db).countDocuments()).toBe(0);
    const user = api.user({ id: 501, firstName: 'Үлгі', languageCode: 'ru' });
    await user.start(bot);
    await expect
      .poll(() => api.calls(bot.token, 'sendMessage').length, { timeout: 10_000 })
      .toBeGreaterThan(0);
  } finally {
    await server.close();
    await webhooks.stop();
    await api.close();
    await giveBack(ctx.db);
  }
});
