// A Telegram bot on Telegraf: its client and its middleware. The only file that knows Telegraf.
// Its own polling is not used: when a handler fails it ends the loop and confirms the batch all the same, so that an
// update that could not be stored would be lost. The shared source of updates never does.
import { Telegraf, TelegramError } from 'telegraf';
import type { Update, UserFromGetMe } from 'telegraf/types';
import type { BotUpdate } from './telegram/bot-api.ts';
import type { RawCall } from './telegram/calls.ts';
import { type TelegramChannel, type TelegramOptions, telegramChannel } from './telegram/channel.ts';
import { ApiRefusal, NoAnswer } from './telegram/failures.ts';
import type { Framework } from './telegram/framework.ts';

export function telegrafChannel(options: TelegramOptions): TelegramChannel {
  const bot = new Telegraf(options.token, {
    handlerTimeout: Number.POSITIVE_INFINITY,
    telegram: { apiRoot: options.apiRoot, webhookReply: false },
  });
  bot.catch((error) => {
    throw error;
  });
  return telegramChannel(framework(bot), options);
}

function framework(bot: Telegraf): Framework {
  const handle = (update: BotUpdate): Promise<void> => bot.handleUpdate(update as Update);
  return {
    call: rawCall(bot),
    upload: (bytes, filename) => ({ source: Buffer.from(bytes), filename }),
    use: (store) => {
      bot.use((ctx) => store(ctx.update as BotUpdate));
    },
    introduce: (me) => {
      bot.botInfo = me as unknown as UserFromGetMe;
    },
    handle,
    poll: async (next, stop) => {
      while (!stop.aborted) {
        const chats = byChat(await next(stop));
        await Promise.all(chats.map((updates) => inOrder(updates, handle)));
      }
    },
    close: async () => undefined,
  };
}

async function inOrder(
  updates: readonly BotUpdate[],
  handle: (update: BotUpdate) => Promise<void>,
): Promise<void> {
  for (const update of updates) await handle(update);
}

function byChat(updates: readonly BotUpdate[]): readonly (readonly BotUpdate[])[] {
  const chats = new Map<number, BotUpdate[]>();
  for (const update of updates) {
    const chat = chatOf(update);
    chats.set(chat, [...(chats.get(chat) ?? []), update]);
  }
  return [...chats.values()];
}

const chatOf = ({ message, edited_message, callback_query, my_chat_member }: BotUpdate): number =>
  (message ?? edited_message ?? callback_query?.message ?? my_chat_member)?.chat?.id ?? 0;

function rawCall(bot: Telegraf): RawCall {
  const callApi = bot.telegram.callApi.bind(bot.telegram) as (
    method: string,
    payload: object,
    options: { signal: AbortSignal },
  ) => Promise<unknown>;
  return async (method, payload, signal) => {
    try {
      // Telegraf writes into what it is given.
      return await callApi(method, { ...payload }, { signal });
    } catch (error) {
      if (error instanceof TelegramError) {
        throw new ApiRefusal(error.code, error.description, error.parameters?.retry_after);
      }
      throw new NoAnswer(method, error);
    }
  };
}
