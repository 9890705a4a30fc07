// A Telegram bot on grammY: its API over the shared client, its middleware, its runner for long polling.
// The only file that knows grammY. The runner's batch sink asks for updates again only when the last ones are stored.
import { createBatchSink, createRunner, createSource, sequentialize } from '@grammyjs/runner';
import { Bot, type Context, GrammyError, type Transformer } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Call, Payload } from './telegram/calls.ts';
import { type TelegramChannel, type TelegramOptions, telegramChannel } from './telegram/channel.ts';
import { type BotApiClient, botApiClient } from './telegram/client.ts';
import { ApiRefusal, NoAnswer } from './telegram/failures.ts';
import type { Framework } from './telegram/framework.ts';

export function grammyChannel(options: TelegramOptions): TelegramChannel {
  const client = botApiClient(options);
  const bot = new Bot(options.token);
  bot.api.config.use(through(client));
  return telegramChannel(framework(bot, client), options);
}

/** Updates of one chat go one after another. What has no chat, or an id that is none, waits for nothing. */
function lineOf({ chat }: Context): string | undefined {
  const id: unknown = chat?.id;
  return typeof id === 'number' ? String(id) : undefined;
}

function framework(bot: Bot, client: BotApiClient): Framework {
  return {
    call: rawCall(bot),
    use: (store) => {
      bot.use(sequentialize(lineOf));
      bot.use((ctx) => store(ctx.update));
    },
    introduce: (me) => {
      bot.botInfo = me as unknown as UserFromGetMe;
    },
    handle: (update) => bot.handleUpdate(update as Update),
    poll: async (next, stop) => {
      const source = createSource({ supply: () => next(stop) });
      // An update fails here only when the bot is being stopped: Telegram keeps it, as no further poll is made.
      const sink = createBatchSink(
        { consume: (update: Update) => bot.handleUpdate(update) },
        async () => undefined,
      );
      const runner = createRunner(source as ReturnType<typeof createSource<Update>>, sink);
      stop.addEventListener('abort', () => void runner.stop(), { once: true });
      runner.start();
      await runner.task();
    },
    close: () => client.close(),
  };
}

/** In the place of grammY's own client: a transformer that asks nobody further. */
const through =
  (client: BotApiClient): Transformer =>
  (_previous, method, payload, signal) =>
    client.ask(method, payload as Payload, signal as AbortSignal | undefined) as ReturnType<Transformer>;

type RawMethod = (...given: readonly unknown[]) => Promise<unknown>;

function rawCall(bot: Bot): Call {
  const raw = bot.api.raw as unknown as Readonly<Record<string, RawMethod>>;
  return async (method, payload, signal) => {
    try {
      // grammY fills in the empty payload of getMe itself.
      return await (method === 'getMe' ? raw.getMe?.(signal) : raw[method]?.(payload, signal));
    } catch (error) {
      if (error instanceof GrammyError) {
        throw new ApiRefusal(error.error_code, error.description, error.parameters.retry_after);
      }
      throw new NoAnswer(method, error);
    }
  };
}
