// One adapter against the strict local Bot API server, with an inbox in memory and the echo conversation.
import { onTestFinished } from 'vitest';
import { grammyChannel } from '../../../bot/adapters/grammy.ts';
import { telegrafChannel } from '../../../bot/adapters/telegraf.ts';
import type { TelegramChannel, TelegramOptions } from '../../../bot/adapters/telegram/channel.ts';
import type { UnsentReply } from '../../../bot/dialogue/answering.ts';
import type { Log } from '../../../bot/dialogue/log.ts';
import { createReceiver, type Receiver } from '../../../bot/dialogue/receiver.ts';
import { ManualClock, systemClock } from '../../../engine/kernel/clock.ts';
import { type Bot, type BotApi, startBotApi, type User } from '../../support/telegram/index.ts';
import { Echo, literal } from './echo.ts';
import { MemoryInbox } from './memory-inbox.ts';

export const TOKEN = '700002:adapter-test-token';

export const adapters = [
  { name: 'grammY', create: grammyChannel },
  { name: 'Telegraf', create: telegrafChannel },
] as const;
export type Adapter = (typeof adapters)[number];

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: object;
}

export interface Rig {
  readonly api: BotApi;
  readonly bot: Bot;
  readonly user: User;
  readonly channel: TelegramChannel;
  readonly receiver: Receiver;
  readonly inbox: MemoryInbox;
  readonly echo: Echo;
  readonly clock: ManualClock;
  readonly unsent: UnsentReply[];
  readonly lines: LogLine[];
  another(id: number): User;
}

/** Everything but the start: see `polling` and `webhook.test.ts`. Stopped and closed after the test. */
export async function rigOf(adapter: Adapter, options: Partial<TelegramOptions> = {}): Promise<Rig> {
  const api = await startBotApi();
  const bot = api.addBot({ token: TOKEN, username: 'qadam_adapter_bot', name: 'Adapter' });
  const lines: LogLine[] = [];
  const parts = { ...memoryParts(), log: logInto(lines) };
  const channel = adapter.create({
    ...{ token: TOKEN, tokenVariable: 'PARTICIPANT_BOT_TOKEN', apiRoot: api.root, desk: 'participant' },
    ...{ log: parts.log, pollSeconds: 2, pause: () => 10, ...options },
  });
  const receiver = createReceiver({
    ...parts,
    ...{ desk: 'participant', channel: 'telegram', conversation: parts.echo, port: channel.port },
    ...{ render: literal, onUnsent: async (unsent) => void parts.unsent.push(unsent) },
  });
  onTestFinished(async () => {
    await channel.stop();
    await receiver.idle();
    await channel.close();
    await api.close();
  });
  const another = (id: number): User => api.user({ id, firstName: `Сынақ ${id}`, languageCode: 'ru' });
  return { api, bot, user: another(601), channel, receiver, ...parts, lines, another };
}

/** A rig whose channel polls. */
export async function polling(adapter: Adapter, options: Partial<TelegramOptions> = {}): Promise<Rig> {
  const rig = await rigOf(adapter, options);
  await rig.channel.start(rig.receiver);
  return rig;
}

function memoryParts() {
  const ids = new Map<string, string>();
  const last = {
    get: async (chat: string) => ids.get(chat) ?? null,
    set: async (chat: string, id: string) => void ids.set(chat, id),
  };
  const unsent: UnsentReply[] = [];
  return {
    inbox: new MemoryInbox(),
    echo: new Echo(),
    clock: new ManualClock(systemClock.now()),
    last,
    unsent,
  };
}

export const logInto = (lines: LogLine[]): Log => ({
  info: (fields, message) => void lines.push({ level: 'info', fields, message }),
  warn: (fields, message) => void lines.push({ level: 'warn', fields, message }),
  error: (fields, message) => void lines.push({ level: 'error', fields, message }),
});
