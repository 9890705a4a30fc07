// Both bots, each on its framework, against the strict local Bot API server.
import { createHash } from 'node:crypto';
import { grammyChannel } from '../../../bot/adapters/grammy.ts';
import { telegrafChannel } from '../../../bot/adapters/telegraf.ts';
import type { Desk } from '../../../engine/kernel/chat.ts';
import { type Call, startBotApi } from '../telegram/index.ts';
import type { Stage } from './channel.ts';
import { quietLog } from './log.ts';
import { telegramDriver } from './telegram-driver.ts';

const opening = { grammY: grammyChannel, Telegraf: telegrafChannel } as const;

const tokens: Readonly<Record<Desk, string>> = {
  participant: '1001:participant-token',
  staff: '1002:staff-token',
};

export type Framework = 'grammY' | 'Telegraf';

/** @param through where the bots reach the server, if not at its own address */
export async function openTelegram(
  frameworks: Readonly<Record<Desk, Framework>>,
  through: (root: string) => Promise<string> = async (root) => root,
): Promise<Stage> {
  const api = await startBotApi();
  const apiRoot = await through(api.root);
  const bots = {
    participant: api.addBot({ token: tokens.participant, username: 'qadam_test_bot', name: 'Qadam' }),
    staff: api.addBot({ token: tokens.staff, username: 'qadam_staff_test_bot', name: 'Qadam staff' }),
  };
  const channelOf = (desk: Desk) =>
    opening[frameworks[desk]]({ token: tokens[desk], tokenVariable: 'TOKEN', apiRoot, desk, log: quietLog });
  const channels = { participant: channelOf('participant'), staff: channelOf('staff') };
  return {
    channel: 'telegram',
    telegram: { root: apiRoot, ...tokens },
    objections: () => [
      ...api.warnings.map(({ method, text }) => `${method}: ${text}`),
      ...Object.values(tokens).flatMap((token) => api.calls(token).flatMap(refusalOf)),
    ],
    portOf: (desk) => channels[desk].port,
    start: (desk, receiver) => channels[desk].start(receiver),
    driver: (name, desk, language) =>
      telegramDriver(api.user({ id: userIdOf(name), firstName: name, languageCode: language }), bots[desk]),
    address: (name, desk) => ({ desk, channel: 'telegram', chat: String(userIdOf(name)) }),
    stop: async () => {
      await Promise.all(Object.values(channels).map((channel) => channel.close()));
      await api.close();
    },
  };
}

/** Nobody is at fault where somebody has blocked the bot, or where a chat is full for the moment. */
const BLAMELESS = [0, 200, 403, 429];
/** A decided card is redrawn at once by the turn, and once more by the worker for everybody who has it. */
const REDRAWN = /message is not modified/;

const refusalOf = ({ method, status, description, params }: Call): readonly string[] =>
  BLAMELESS.includes(status) || REDRAWN.test(description ?? '')
    ? []
    : [`${method}: ${status} ${description ?? ''}: ${params.text ?? params.caption ?? ''}`];

const userIdOf = (name: string): number =>
  1_000_000 + (createHash('sha256').update(name).digest().readUInt32BE(0) % 1_000_000);
