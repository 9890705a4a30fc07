// The credit programme against its model: several processes, crashes, repeats and races, on the real store.
// A failure prints seed, path and replayPath: MODEL_SEED, MODEL_PATH and MODEL_REPLAY play that run again.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { timeLeft } from '../../support/run/campaign.ts';
import { countOf } from '../../support/run/counts.ts';
import { earlierSeeds } from '../../support/run/holds.ts';
import { campaign } from './campaign.ts';
import { type ModelWorld, openModelWorld } from './world/world.ts';

let world: ModelWorld;

beforeAll(async () => {
  world = await openModelWorld();
}, 120_000);
afterAll(() => world.close());

const { MODEL_RUNS, MODEL_SEED, MODEL_PATH, MODEL_REPLAY } = process.env;
const runs = MODEL_RUNS === undefined ? countOf('modelRuns') : Number(MODEL_RUNS);
/** Milliseconds for a run, against hanging only. */
const PATIENCE = 20_000;

it(
  'the credit programme does as its model foresees, and keeps every invariant',
  async () => {
    const before = { at: performance.now(), cpu: process.cpuUsage() };
    for (const seed of earlierSeeds()) await campaign(world, { runs, seed });
    const counts = await campaign(world, {
      runs,
      ...(MODEL_SEED !== undefined && { seed: Number(MODEL_SEED) }),
      ...(MODEL_PATH !== undefined && { again: { path: MODEL_PATH, replayPath: MODEL_REPLAY ?? '' } }),
    });
    const { user, system } = process.cpuUsage(before.cpu);
    const seconds = Math.round((performance.now() - before.at) / 1000);
    console.log(JSON.stringify({ ...counts, seconds, cpuSeconds: Math.round((user + system) / 1e6) }));
    // A run that is played again is played as often as it was made smaller; a campaign may end before its time.
    if (MODEL_PATH === undefined && timeLeft() === null) expect(counts.runs).toBe(runs);
    expect(counts.commands).toBeGreaterThan(0);
  },
  runs * PATIENCE + 60_000,
);
