// The Telegram bots of the API process: with a public address their updates come here, and are answered here.
import type { TelegramChannel } from '../bot/adapters/telegram/channel.ts';
import { telegramBot, webhookOf } from '../bot/channels.ts';
import { type Listening, listen } from '../bot/conversing.ts';
import { talkingPort } from '../bot/delivery/talking-port.ts';
import type { Conversation } from '../bot/dialogue/conversation.ts';
import { sharedRateLimiter } from '../engine/jobs/shared-rate-limiter.ts';
import { type Desk, desks } from '../engine/kernel/chat.ts';
import { AppError } from '../engine/kernel/errors.ts';
import type { EngineContext } from '../engine/programmes/context.ts';
import type { ResolvedConfiguration } from '../engine/runtime/configuration.ts';
import { ConfigurationError } from '../engine/runtime/configuration-error.ts';
import type { Logger } from '../engine/runtime/logger.ts';

export interface Webhooks {
  readonly channels: ReadonlyMap<Desk, TelegramChannel>;
  /** Tells Telegram to bring the updates; call when the server listens. @throws ConfigurationError for a wrong token */
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface Hooked {
  readonly desk: Desk;
  readonly channel: TelegramChannel;
  readonly listening: Listening;
  readonly webhook: { readonly url: string; readonly secret: string };
}

export function openWebhooks(
  config: ResolvedConfiguration,
  ctx: EngineContext,
  conversation: Conversation,
  log: Logger,
): Webhooks {
  const limiter = sharedRateLimiter(config.redisUrl);
  const hooked = desks.flatMap((desk): Hooked[] => {
    const webhook = webhookOf(config, desk, ctx.sealer.hash);
    const channel = webhook && telegramBot(config, desk, log);
    if (!channel) return [];
    const port = talkingPort(channel.port, limiter);
    const listening = listen(ctx, conversation, { desk, channel: 'telegram' }, port, log);
    return [{ desk, channel, listening, webhook }];
  });
  return {
    channels: new Map(hooked.map(({ desk, channel }) => [desk, channel])),
    start: async () => {
      await Promise.all(hooked.map(begin));
    },
    stop: async () => {
      for (const { channel, listening } of hooked) {
        await channel.stop();
        await listening.stop();
        await channel.close();
      }
      limiter.close();
    },
  };
}

async function begin({ channel, listening, webhook }: Hooked): Promise<void> {
  try {
    await channel.start(listening.receiver, { webhook });
  } catch (error) {
    const isWrong = error instanceof AppError && error.code === 'configuration';
    throw isWrong ? new ConfigurationError(error.message) : error;
  }
}
