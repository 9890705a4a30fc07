// The ways from an update to an answer that are compared: each is given the same updates and answers each of them once.
import { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { Telegraf } from 'telegraf';
import { Pool } from 'undici';
import { grammyChannel } from '../../../bot/adapters/grammy.ts';
import { telegrafChannel } from '../../../bot/adapters/telegraf.ts';
import { quietLog } from '../../reliability/jobs/stage.ts';
import { atConcurrency } from '../harness/at-concurrency.ts';
import type { Contender, Running } from '../harness/comparison.ts';
import { answeringServer } from './answering-server.ts';

interface Distance {
  readonly concurrency: number;
  /** Milliseconds that the server takes its time. */
  readonly latency: number;
}

type Handle = (update: Update) => Promise<unknown>;

interface Way {
  readonly handle: Handle;
  close(): Promise<void>;
}

const TOKEN = '700041:bench-transport';
const SECRET = 'bench';
const me = { id: 700041, is_bot: true, first_name: 'Bench', username: 'qadam_bench_bot' } as const;
/** Several updates a chat, so that an order can be kept or broken. */
const CHATS = 500;

const updates = (count: number): readonly Update[] =>
  Array.from({ length: count }, (_, n) => {
    const id = 1_000 + (n % CHATS);
    return {
      update_id: n + 1,
      message: {
        ...{ message_id: n + 1, date: 1_790_000_000, text: `${n}` },
        chat: { id, type: 'private', first_name: 'Сынақ' },
        from: { id, is_bot: false, first_name: 'Сынақ', language_code: 'kk' },
      },
    } as Update;
  });

/** Each chat's updates one after another, as the receiver does. */
function contender(
  name: string,
  rival: boolean,
  { concurrency: width, latency }: Distance,
  open: (root: string) => Promise<Way>,
): Contender {
  return {
    name,
    rival,
    open: async (_services, size): Promise<Running> => {
      const server = await answeringServer(latency);
      const way = await open(server.root);
      const all = updates(size);
      return {
        round: async () => {
          const lanes = new Map<number, Promise<unknown>>();
          await atConcurrency(all, width, (update) => {
            const chat = update.message?.chat.id ?? 0;
            const after = lanes.get(chat) ?? Promise.resolve();
            const mine = after.then(() => way.handle(update));
            lanes.set(chat, mine);
            return mine;
          });
          return { units: size };
        },
        close: async () => {
          await way.close();
          await server.stop();
        },
      };
    },
  };
}

const adapters = { grammY: grammyChannel, Telegraf: telegrafChannel } as const;
type Name = keyof typeof adapters;

export const ours = (name: Name, distance: Distance): Contender =>
  contender(`Qadam on ${name}`, false, distance, async (root) => {
    const options = { token: TOKEN, tokenVariable: 'TOKEN', apiRoot: root, desk: 'participant' } as const;
    const channel = adapters[name]({ ...options, log: quietLog });
    const accept: Parameters<typeof channel.start>[0]['accept'] = async ({ address }) => {
      await channel.port.send(address, { html: 'Түсінікті', buttons: [], media: [] });
      return 'new';
    };
    await channel.start({ accept }, { webhook: { url: 'https://bench.example', secret: SECRET } });
    return {
      handle: async (update) => {
        const status = await channel.handleWebhook(update, SECRET);
        if (status !== 200) throw new Error(`answered ${status}`);
      },
      close: async () => {
        await channel.stop();
        await channel.close();
      },
    };
  });

export const frameworkAlone = (name: Name, distance: Distance): Contender =>
  contender(`${name} with its own client`, true, distance, async (root) => {
    if (name === 'grammY') {
      const bot = new Bot(TOKEN, { client: { apiRoot: root }, botInfo: me as never });
      bot.on('message', (ctx) => ctx.reply('Түсінікті', { parse_mode: 'HTML' }));
      return { handle: (update) => bot.handleUpdate(update), close: async () => undefined };
    }
    const bot = new Telegraf(TOKEN, { telegram: { apiRoot: root, webhookReply: false } });
    bot.botInfo = me as never;
    bot.on('message', (ctx) => ctx.reply('Түсінікті', { parse_mode: 'HTML' }));
    return { handle: (update) => bot.handleUpdate(update as never), close: async () => undefined };
  });

export const rawUndici = (distance: Distance): Contender =>
  contender('undici by itself', true, distance, async (root) => {
    const pool = new Pool(root, { connections: 128 });
    return {
      handle: async (update) => {
        const body = JSON.stringify({
          chat_id: update.message?.chat.id,
          text: 'Түсінікті',
          parse_mode: 'HTML',
        });
        const headers = { 'content-type': 'application/json' };
        const answer = await pool.request({
          path: `/bot${TOKEN}/sendMessage`,
          method: 'POST',
          headers,
          body,
        });
        await answer.body.json();
      },
      close: () => pool.close(),
    };
  });
