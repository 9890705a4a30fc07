// A whole Qadam for a story, in one process: engine, jobs, receivers and one channel, with people to play.

import { listen, openConversation } from '../../../bot/conversing.ts';
import type { ChannelPort } from '../../../bot/dialogue/port.ts';
import type { ChatAddress, Desk } from '../../../engine/kernel/chat.ts';
import { chatKey, desks } from '../../../engine/kernel/chat.ts';
import type { Language } from '../../../engine/kernel/languages.ts';
import { provideIdentity } from '../../../engine/people/identity.ts';
import { StoryActor } from './actor.ts';
import type { Stage } from './channel.ts';
import { openStoryEngine, type StoryEngine, type StoryServers, sharedServers, startJobs } from './engine.ts';
import { quietLog } from './log.ts';
import { openTelegram } from './telegram-channel.ts';
import { openWeb } from './web-channel.ts';
import { startWorkerProcess, type WorkerProcess } from './worker-process.ts';

export const worldKinds = ['grammY', 'Telegraf', 'web'] as const;
export type WorldKind = (typeof worldKinds)[number];

export interface World extends StoryEngine {
  /** Someone in a chat of a desk. The same name at the same desk is the same chat. */
  person(name: string, desk: Desk, language: Language): StoryActor;
  /** Fills in the secure form behind a link, as its page does. @returns whether it was taken */
  fillIdentity(link: string, identity: { readonly iin: string; readonly iban: string }): Promise<boolean>;
  chatKeyOf(name: string, desk: Desk): string;
  readonly worker: StoryWorker;
}

export interface WorldSettings {
  readonly start?: string;
  readonly servers?: StoryServers;
  /** Runs the worker as a process of its own. */
  readonly workerProcess?: boolean;
  /** Called before everything that a person does. */
  readonly onAct?: () => Promise<void>;
}

export async function openWorld(kind: WorldKind, settings: WorldSettings = {}): Promise<World> {
  const servers = settings.servers ?? sharedServers();
  const engine = await openStoryEngine(servers, settings.start ?? '2026-10-05T06:00:00Z');
  const stage: Stage = kind === 'web' ? await openWeb(engine.ctx) : await openTelegram(kind);
  const conversation = openConversation(engine.ctx);
  const listening = desks.map((desk) => ({
    desk,
    ...listen(engine.ctx, conversation, { desk, channel: stage.channel }, stage.portOf(desk), quietLog),
  }));
  for (const { desk, receiver } of listening) await stage.start(desk, receiver);
  const portOf = ({ desk, channel }: ChatAddress) => (channel === stage.channel ? stage.portOf(desk) : null);
  const worker = await workerOf(engine, servers, stage, settings, portOf);
  const actors = new Map<string, StoryActor>();
  return {
    ...engine,
    person: (name, desk, language) => {
      const key = `${desk}/${name}`;
      const actor =
        actors.get(key) ?? new StoryActor(name, stage.driver(name, desk, language), language, settings.onAct);
      actors.set(key, actor);
      return actor;
    },
    fillIdentity: async (link, identity) =>
      (await provideIdentity(engine.ctx, link.split('/').at(-1) ?? '', identity)).ok,
    worker,
    chatKeyOf: (name, desk) => chatKey(stage.address(name, desk)),
    close: async () => {
      await stage.stop();
      for (const { stop } of listening) await stop();
      await worker.stop();
      await engine.close();
    },
  };
}

/** Whoever carries what waits. */
export type StoryWorker = Pick<WorkerProcess, 'stop'> & Partial<WorkerProcess>;

async function workerOf(
  engine: StoryEngine,
  servers: StoryServers,
  stage: Stage,
  settings: WorldSettings,
  portOf: (address: ChatAddress) => ChannelPort | null,
): Promise<StoryWorker> {
  if (!settings.workerProcess) return startJobs(engine, servers, portOf);
  if (!stage.telegram) throw new Error('a worker process needs a channel that it can reach by itself');
  return startWorkerProcess(servers, stage.telegram);
}
