// A whole Qadam for a story as production runs it: nothing of it in this process but the people, their Telegram, and a
// look at the store.
import { setTimeout as delay } from 'node:timers/promises';
import { SECOND } from '../../../engine/kernel/clock.ts';
import { everythingSeeded } from '../../../engine/runtime/demo/seed.ts';
import { writeSetting } from '../../../engine/store/settings.ts';
import { type Fleet, startFleet } from '../crash/fleet.ts';
import { openStoryEngine, type StoryServers, storyKey } from './engine.ts';
import { peopleOf } from './people.ts';
import { openTelegram } from './telegram-channel.ts';
import type { World } from './world.ts';

export type FleetWorld = World & { readonly fleet: Fleet };

export interface FleetSettings {
  readonly servers: StoryServers;
  readonly receives: Fleet['plan']['receives'];
  readonly each?: number;
  readonly start?: string;
  readonly onAct?: () => Promise<void>;
}

/** Processes look at the shared clock twice a second, and nothing shows when they have. */
const CLOCK_SEEN = 2 * SECOND;

export async function openFleetWorld(settings: FleetSettings): Promise<FleetWorld> {
  const { servers, receives, each = 2 } = settings;
  const engine = await openStoryEngine(servers, settings.start ?? '2026-10-05T06:00:00Z');
  // Only the demo's clock is wanted, not its people.
  for (const each of everythingSeeded(engine.ctx)) await writeSetting(engine.ctx, each, true);
  const stage = await openTelegram({ participant: 'grammY', staff: 'grammY' });
  if (!stage.telegram) throw new Error('processes need a channel that they can reach by themselves');
  const { telegram } = stage;
  const fleet = await startFleet({ ...servers, secretKey: storyKey, telegram, receives, each });
  const { clock } = engine;
  const advance = clock.advance.bind(clock);
  clock.advance = async (milliseconds) => {
    await fleet.ready();
    await advance(milliseconds);
    await delay(CLOCK_SEEN);
  };
  return {
    ...engine,
    ...peopleOf(engine, { all: [stage], of: () => stage }, settings.onAct),
    fleet,
    close: async () => {
      await fleet.stop();
      await stage.stop();
      await engine.close();
    },
  };
}
