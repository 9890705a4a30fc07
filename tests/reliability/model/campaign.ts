// A campaign: many runs of made-up steps, each from one of the moments to rest. A failure names its seed and path, and
// is made as small as fast-check can.
import fc from 'fast-check';
import { anyHint } from './hint.ts';
import { Running } from './running.ts';
import { Again, Later, One, type Step, Stopping, Together, Work } from './steps.ts';
import { workSteps } from './world/worker.ts';
import type { ModelWorld } from './world/world.ts';

const anyWork = fc.constantFrom(...workSteps);
const anyDoom = fc.record({ writes: fc.nat(5), arrives: fc.boolean() });
const anyParallel = fc.record({
  hints: fc.array(anyHint, { minLength: 1, maxLength: 3 }),
  work: fc.array(anyWork, { maxLength: 2 }),
  twice: fc.boolean(),
  order: fc.array(fc.nat(5), { minLength: 1, maxLength: 40 }),
});

const anyOf = (weight: number, step: fc.Arbitrary<Step>): fc.Arbitrary<Step>[] =>
  Array.from({ length: weight }, () => step);

const anySteps = [
  ...anyOf(
    5,
    anyHint.map((hint) => new One(hint)),
  ),
  ...anyOf(
    1,
    fc.nat(30).map((which) => new Again(which)),
  ),
  ...anyOf(
    3,
    anyParallel.map((parallel) => new Together(parallel)),
  ),
  ...anyOf(
    2,
    fc.tuple(fc.oneof(anyHint, anyWork), anyDoom).map(([task, doom]) => new Stopping(task, doom)),
  ),
  ...anyOf(
    2,
    anyWork.map((step) => new Work(step)),
  ),
  ...anyOf(
    1,
    fc.constantFrom(1, 24, 72, 200).map((hours) => new Later(hours)),
  ),
];

export interface CampaignSize {
  readonly runs: number;
  readonly seed?: number;
  /** A failing run as it was printed: that run alone, as small as it was. */
  /** Leaves a failure as it was found: to know that there is one. */
  readonly asFound?: boolean;
  readonly again?: { readonly path: string; readonly replayPath: string };
}

export interface CampaignCounts {
  runs: number;
  steps: number;
  commands: number;
}

const LONGEST = 14;

/** @throws with the seed, the path and the steps of the smallest failing run */
export async function campaign(
  world: ModelWorld,
  { runs, seed, again, asFound = false }: CampaignSize,
): Promise<CampaignCounts> {
  const counts: CampaignCounts = { runs: 0, steps: 0, commands: 0 };
  const run = async (moment: number, steps: Iterable<Step>) => {
    let running: Running | undefined;
    const begin = async () => {
      running = await Running.begin(world, moment);
      return { model: running, real: running };
    };
    try {
      await fc.asyncModelRun(begin, steps);
      running?.tell('rest');
      await world.rest();
      await running?.look(true);
    } catch (error) {
      throw new Error(`from moment ${moment}:\n${running?.told.join('\n')}`, { cause: error });
    }
    counts.runs += 1;
    counts.steps += running?.told.length ?? 0;
    counts.commands += running?.asked.length ?? 0;
  };
  const anyRun = fc.commands(anySteps, {
    maxCommands: LONGEST,
    size: 'max',
    ...(again && { replayPath: again.replayPath }),
  });
  const property = fc.asyncProperty(fc.nat(world.moments - 1), anyRun, async (moment, steps) => {
    await run(moment, steps);
  });
  await fc.assert(property, {
    numRuns: runs,
    endOnFailure: asFound || again !== undefined,
    ...(seed !== undefined && { seed }),
    ...(again && { path: again.path }),
  });
  return counts;
}
