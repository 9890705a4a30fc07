// A whole Qadam for a story, in one process: engine, jobs, receivers and one channel, with people to play.

import { type Listening, listen, openConversation } from '../../../bot/conversing.ts';
import type { Receiver } from '../../../bot/dialogue/receiver.ts';
import type { ChatAddress } from '../../../engine/kernel/chat.ts';
import { type Desk, desks } from '../../../engine/kernel/chat.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { inCampaign } from '../run/campaign.ts';
import type { Stage } from './channel.ts';
import { openStoryEngine, type StoryEngine, type StoryServers, sharedServers, startJobs } from './engine.ts';
import { quietLog } from './log.ts';
import { peopleOf, type WorldPeople } from './people.ts';
import { openTelegram } from './telegram-channel.ts';
import { readTextsOf } from './template.ts';
import { openWeb } from './web-channel.ts';

export const worldKinds = ['grammY', 'Telegraf', 'web'] as const;
export type WorldKind = (typeof worldKinds)[number];

/** Where side stories and awkward cases are told: the main stories go through every channel in any case. */
export const sideStoryKinds: readonly WorldKind[] = inCampaign ? worldKinds : ['web'];

export type World = StoryEngine & WorldPeople;

export interface WorldSettings {
  readonly start?: string;
  readonly servers?: StoryServers;
  /** Where the bots reach Telegram, given its own address. */
  readonly telegramThrough?: (root: string) => Promise<string>;
  /** These people are faster than fingers, so it is 0 unless a story is about just that. */
  readonly tapPause?: number;
  /** Listens in between the channel and everybody who uses it. */
  readonly staged?: (stage: Stage) => Stage;
  /** Called before everything that a person does. */
  readonly onAct?: () => Promise<void>;
  /** The registry; the product's unless told otherwise. */
  readonly programmes?: EngineContext['programmes'];
  /** One receiver of each desk, unless told otherwise. */
  readonly receiving?: Receiving;
}

/** Several receivers of each desk, each as in a process of its own, and how the channel brings updates to them. */
export interface Receiving {
  readonly receivers: number;
  readonly through: (receivers: readonly Receiver[], desk: Desk) => Receiver;
}

export async function openWorld(kind: WorldKind, settings: WorldSettings = {}): Promise<World> {
  const servers = settings.servers ?? sharedServers();
  readTextsOf(settings.programmes ?? []);
  const engine = await openStoryEngine(
    servers,
    settings.start ?? '2026-10-05T06:00:00Z',
    settings.programmes,
  );
  const opened =
    kind === 'web' ? await openWeb(engine.ctx) : await openTelegram(kind, settings.telegramThrough);
  const stage = settings.staged?.(opened) ?? opened;
  const conversation = await openConversation(engine.ctx, settings.tapPause ?? 0);
  const listenAt = (desk: Desk) =>
    listen(engine.ctx, conversation, { desk, channel: stage.channel }, stage.portOf(desk), quietLog);
  const listening: Listening[] = [];
  for (const desk of desks) {
    const own = Array.from({ length: settings.receiving?.receivers ?? 1 }, () => listenAt(desk));
    listening.push(...own);
    const receivers = own.map(({ receiver }) => receiver);
    const receiver = settings.receiving?.through(receivers, desk) ?? receivers[0];
    if (receiver) await stage.start(desk, receiver);
  }
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
