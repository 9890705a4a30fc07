// Where Telegram brings the updates of a bot, once a public address is set. Guarded by the secret that comes along.
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { TelegramChannel } from '../../bot/adapters/telegram/channel.ts';
import type { Desk } from '../../engine/kernel/chat.ts';

/** @param channels those bots that receive by webhook */
export const telegramRoutes =
  (channels: ReadonlyMap<Desk, Pick<TelegramChannel, 'handleWebhook'>>): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const [desk, channel] of channels) {
      const config = { access: 'public', rateLimit: false } as const;
      app.post(`/v1/telegram/${desk}`, { schema: { hide: true }, config }, async (request, reply) => {
        const secret = request.headers['x-telegram-bot-api-secret-token'];
        const given = typeof secret === 'string' ? secret : undefined;
        return reply.code(await channel.handleWebhook(request.body, given)).send();
      });
    }
  };
