// Fills an empty data directory with the demo: the operator, then the chapters of the programmes, each on a clock that
// starts three weeks before the demo's first day.
import { DAY, ManualClock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { EngineContext } from '../../programmes/context.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import { registerOperator } from './operator.ts';

const PAST_DAYS = 21;
const RUN = 'demo-run';
const OPERATOR = 'demo-seeded';
const seeded = (programme: string): string => `${OPERATOR}/${programme}`;

/** Plays what has not been played yet. A chapter that broke off is completed. */
export async function seedDemo(real: EngineContext): Promise<void> {
  const begins = () => new ManualClock(new Date(real.clock.now().getTime() - PAST_DAYS * DAY));
  if (typeof (await readSetting(real, RUN)) !== 'string') await writeSetting(real, RUN, newId());
  await once(real, OPERATOR, () => registerOperator({ ...real, clock: begins() }));
  for (const { id, demo } of real.programmes) {
    if (!demo) continue;
    const clock = begins();
    await once(real, seeded(id), () => demo.play({ ...real, clock }, clock));
  }
}

/** Names the demo since it was last started over: with another name, all that was seen of it is gone. */
export const demoRun = async (ctx: EngineContext): Promise<string> => String(await readSetting(ctx, RUN));

async function once(ctx: EngineContext, setting: string, play: () => Promise<void>): Promise<void> {
  if ((await readSetting(ctx, setting)) === true) return;
  await play();
  await writeSetting(ctx, setting, true);
}

/** Settings that say that nothing is to be seeded: for whoever wants the demo's clock without its people. */
export const everythingSeeded = (ctx: EngineContext): readonly string[] => [
  OPERATOR,
  ...ctx.programmes.map(({ id }) => seeded(id)),
];
