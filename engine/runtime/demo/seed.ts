// Fills an empty data directory with the demo: the chapters of the programmes, each on a clock that starts three weeks ago.
import { DAY, ManualClock } from '../../kernel/clock.ts';
import type { EngineContext } from '../../programmes/context.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';

const PAST_DAYS = 21;
/** The setting that says that a programme's chapter was played. */
export const seeded = (programme: string): string => `demo-seeded/${programme}`;

/** Plays what has not been played yet. A chapter that broke off is completed. */
export async function seedDemo(real: EngineContext): Promise<void> {
  for (const { id, demo } of real.programmes) {
    if (!demo || (await readSetting(real, seeded(id))) === true) continue;
    const clock = new ManualClock(new Date(real.clock.now().getTime() - PAST_DAYS * DAY));
    await demo.play({ ...real, clock }, clock);
    await writeSetting(real, seeded(id), true);
  }
}
