// A whole Qadam for a story, in one process: engine, jobs, receivers and one channel, with people to play.

import { type Listening, listen, openConversation } from '../../../bot/conversing.ts';
import type { Conversation } from '../../../bot/dialogue/conversation.ts';
import type { Receiver } from '../../../bot/dialogue/receiver.ts';
import type { ChatAddress } from '../../../engine/kernel/chat.ts';
import { type Desk, desks } from '../../../engine/kernel/chat.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { inCampaign } from '../run/campaign.ts';
import type { Stage } from './channel.ts';
import { openStoryEngine, type StoryEngine, type StoryServers, sharedServers, startJobs } from './engine.ts';
import { quietLog } from './log.ts';
import { peopleOf, type WorldPeople } from './people.ts';
import { openStages, type WorldKind, worldKinds } from './stages.ts';
import { readTextsOf } from './template.ts';

export { type WorldKind, worldKinds } from './stages.ts';

/** Where side stories and awkward cases are told: the main stories go through every channel in any case. */
export const sideStoryKinds: readonly WorldKind[] = inCampaign ? worldKinds : ['web'];

export type World = StoryEngine & WorldPeople;

export interface WorldSettings {
  readonly start?: string;
  readonly servers?: StoryServers;
  /** Who is in the web chat where the world has all channels; everybody else is in Telegram. */
  readonly inWebChat?: readonly string[];
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
  const stages = await openStages(kind, engine.ctx, {
    ...{ through: settings.telegramThrough, staged: settings.staged },
    inWebChat: settings.inWebChat ?? [],
  });
  const conversation = await openConversation(engine.ctx, settings.tapPause ?? 0);
  const listening: Listening[] = [];
  for (const stage of stages.all)
    for (const desk of desks)
      listening.push(...(await receive(engine.ctx, conversation, stage, desk, settings.receiving)));
  const portOf = ({ desk, channel }: ChatAddress) =>
    stages.all.find((stage) => stage.channel === channel)?.portOf(desk) ?? null;
  const jobs = startJobs(engine, servers, portOf);
  return {
    ...engine,
    ...peopleOf(engine, stages, settings.onAct),
    close: async () => {
      for (const stage of stages.all) await stage.stop();
      for (const { stop } of listening) await stop();
      await jobs.stop();
      await engine.close();
    },
  };
}

/** Receivers of one desk of a channel, and updates into them. */
async function receive(
  ctx: EngineContext,
  conversation: Conversation,
  stage: Stage,
  desk: Desk,
  receiving?: Receiving,
): Promise<readonly Listening[]> {
  const own = Array.from({ length: receiving?.receivers ?? 1 }, () =>
    listen(ctx, conversation, { desk, channel: stage.channel }, stage.portOf(desk), quietLog),
  );
  const receivers = own.map(({ receiver }) => receiver);
  const receiver = receiving?.through(receivers, desk) ?? receivers[0];
  if (receiver) await stage.start(desk, receiver);
  return own;
}
