// Which framework each bot runs on. Both sit behind one port, so that changing a line here changes a framework.
import type { Desk } from '../engine/kernel/chat.ts';
import type { ResolvedConfiguration } from '../engine/runtime/configuration.ts';
import { grammyChannel } from './adapters/grammy.ts';
import { telegrafChannel } from './adapters/telegraf.ts';
import type { TelegramChannel, TelegramOptions, WebhookOptions } from './adapters/telegram/channel.ts';
import type { Log } from './dialogue/log.ts';

const frameworkOf: Readonly<Record<Desk, (options: TelegramOptions) => TelegramChannel>> = {
  participant: grammyChannel,
  staff: telegrafChannel,
};

/** The desk's Telegram bot; null where it has no token. */
export function telegramBot(config: ResolvedConfiguration, desk: Desk, log: Log): TelegramChannel | null {
  const token = desk === 'participant' ? config.participantBotToken : config.staffBotToken;
  if (token === undefined) return null;
  const tokenVariable = desk === 'participant' ? 'PARTICIPANT_BOT_TOKEN' : 'STAFF_BOT_TOKEN';
  return frameworkOf[desk]({ token, tokenVariable, apiRoot: config.telegramApiRoot, desk, log });
}

/** Where Telegram brings a bot's updates when a public address is set; null: the bot fetches them itself. */
export function webhookOf(
  config: ResolvedConfiguration,
  desk: Desk,
  secretOf: (purpose: string) => string,
): WebhookOptions | null {
  if (config.publicUrl === undefined) return null;
  return { url: `${config.publicUrl}/v1/telegram/${desk}`, secret: secretOf(`webhook ${desk}`) };
}
