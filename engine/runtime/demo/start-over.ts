// The demo from its beginning: the day is today, everything that people did is gone, and the chapters are played anew.
// API keys stay, and what processes have noted of themselves.
import { apiKeys } from '../../access/store.ts';
import type { EngineContext } from '../../programmes/context.ts';
import { forgetSettings, settings } from '../../store/settings.ts';
import { wipe } from '../../store/wipe.ts';
import { seedAnswers } from '../../surveys/seed.ts';
import type { DemoClock } from '../demo-clock.ts';
import { seedDemo } from './seed.ts';

/** All that belongs to the demo but its clock, which has been put back by then. */
const SEEDED = ['demo-seeded', 'demo-run'];

/** What breaks off is completed at the next start. @returns what starts it over, one at a time */
export function startingOver(ctx: EngineContext, clock: Pick<DemoClock, 'reset'>): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  return () => {
    underWay ??= startOver(ctx, clock).finally(() => {
      underWay = null;
    });
    return underWay;
  };
}

async function startOver(ctx: EngineContext, clock: Pick<DemoClock, 'reset'>): Promise<void> {
  // First of all: a timer of the demo's future would be due at once, with the new people.
  await clock.reset();
  for (const each of SEEDED) await forgetSettings(ctx, each);
  await wipe(ctx, [settings.name, apiKeys.name]);
  await seedDemo(ctx);
  await seedAnswers(ctx);
  ctx.nudge();
}
