// A Telegram bot on Telegraf: its API over the shared client, its middleware. The only file that knows Telegraf.
// Its own polling is not used: when a handler fails it ends the loop and confirms the batch all the same, so that an
// update that could not be stored would be lost. The shared source of updates never does.
import { Telegraf, TelegramError } from 'telegraf';
import type { Update, UserFromGetMe } from 'telegraf/types';
import type { BotUpdate } from './telegram/bot-api.ts';
import type { Call, Payload } from './telegram/calls.ts';
import { type TelegramChannel, type TelegramOptions, telegramChannel } from './telegram/channel.ts';
import { type BotApiClient, botApiClient } from './telegram/client.ts';
import { ApiRefusal, NoAnswer } from './telegram/failures.ts';
import type { Framework } from './telegram/framework.ts';

export function telegrafChannel(options: TelegramOptions): TelegramChannel {
  const client = botApiClient(options);
  const bot = new Telegraf(options.token, { handlerTimeout: Number.POSITIVE_INFINITY });
  bot.telegram.callApi = through(client);
  // Telegraf makes a new API with a client of its own for every update.
  Object.assign(bot.context, { telegram: bot.telegram });
  bot.catch((error) => {
    throw error;
  });
  return telegramChannel(framework(bot, client), options);
}

function framework(bot: Telegraf, client: BotApiClient): Framework {
  const handle = (update: BotUpdate): Promise<void> => bot.handleUpdate(update as Update);
  return {
    call: rawCall(bot),
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
    close: () => client.close(),
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

type CallApi = Telegraf['telegram']['callApi'];

/** In the place of Telegraf's own client. */
const through = (client: BotApiClient): CallApi =>
  (async (method: string, payload: Payload, options: { signal?: AbortSignal } = {}) => {
    const answer = await client.ask(method, payload, options.signal);
    if (answer.ok) return answer.result;
    throw new TelegramError(answer, { method, payload: { ...payload } });
  }) as CallApi;

function rawCall(bot: Telegraf): Call {
  const callApi = bot.telegram.callApi as (...given: readonly unknown[]) => Promise<unknown>;
  return async (method, payload, signal) => {
    try {
      return await callApi(method, payload, { signal });
    } catch (error) {
      if (error instanceof TelegramError) {
        throw new ApiRefusal(error.code, error.description, error.parameters?.retry_after);
      }
      throw new NoAnswer(method, error);
    }
  };
}
