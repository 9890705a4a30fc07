// A whole Qadam for a story, in one process: engine, jobs, receivers and one channel, with people to play.

import { listen, openConversation } from '../../../bot/conversing.ts';
import type { ChatAddress } from '../../../engine/kernel/chat.ts';
import { desks } from '../../../engine/kernel/chat.ts';
import type { Stage } from './channel.ts';
import { openStoryEngine, type StoryEngine, type StoryServers, sharedServers, startJobs } from './engine.ts';
import { quietLog } from './log.ts';
import { peopleOf, type WorldPeople } from './people.ts';
import { openTelegram } from './telegram-channel.ts';
import { openWeb } from './web-channel.ts';

export const worldKinds = ['grammY', 'Telegraf', 'web'] as const;
export type WorldKind = (typeof worldKinds)[number];

export type World = StoryEngine & WorldPeople;

export interface WorldSettings {
  readonly start?: string;
  readonly servers?: StoryServers;
  /** Where the bots reach Telegram, given its own address. */
  readonly telegramThrough?: (root: string) => Promise<string>;
  /** Called before everything that a person does. */
  readonly onAct?: () => Promise<void>;
}

export async function openWorld(kind: WorldKind, settings: WorldSettings = {}): Promise<World> {
  const servers = settings.servers ?? sharedServers();
  const engine = await openStoryEngine(servers, settings.start ?? '2026-10-05T06:00:00Z');
  const stage: Stage =
    kind === 'web' ? await openWeb(engine.ctx) : await openTelegram(kind, settings.telegramThrough);
  const conversation = openConversation(engine.ctx);
  const listening = desks.map((desk) => ({
    desk,
    ...listen(engine.ctx, conversation, { desk, channel: stage.channel }, stage.portOf(desk), quietLog),
  }));
  for (const { desk, receiver } of listening) await stage.start(desk, receiver);
  const portOf = ({ desk, channel }: ChatAddress) => (channel === stage.channel ? stage.portOf(desk) : null);
  const jobs = startJobs(engine, servers, portOf);
  return {
    ...engine,
    ...peopleOf(engine, stage, settings.onAct),
    close: async () => {
      await stage.stop();
      for (const { stop } of listening) await stop();
      await jobs.stop();
      await engine.close();
    },
  };
}
