// The moments at which runs begin. Later ones are played from the first by the natural next steps, so that runs reach
// reports, payouts and re-credits without playing twenty hours each time.
import type { ManualClock } from '../../../../engine/kernel/clock.ts';
import { DAY } from '../../../../engine/kernel/clock.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { readContents } from '../invariants/contents.ts';
import { nextFor } from '../onward.ts';
import { stateOf } from '../state.ts';
import { carryOut } from '../wish.ts';
import type { ModelCast } from './cast.ts';

export interface Playing {
  readonly ctx: EngineContext;
  readonly clock: ManualClock;
  readonly cast: ModelCast;
  readonly rest: () => Promise<void>;
}

/** Student, project and how many steps onward. */
type Steps = readonly (readonly [who: number, project: number, steps: number])[];

const between: readonly Steps[] = [
  [],
  // One works and has reported, one is invited, one has booked.
  [
    [0, 0, 7],
    [1, 1, 2],
    [2, 2, 1],
  ],
  // The first has all hours confirmed; the second has begun; the third is invited.
  [
    [0, 0, 2],
    [1, 1, 3],
    [2, 2, 1],
  ],
  // The first is approved: payout and re-credit wait; the second is under way.
  [
    [0, 0, 2],
    [1, 1, 2],
  ],
];

let commands = 0;

/** Yields at each moment. */
export async function* playMoments(playing: Playing): AsyncGenerator<void> {
  for (const steps of between) {
    for (const [who, project, count] of steps) {
      for (let step = 0; step < count; step += 1) await takeStep(playing, who, project);
    }
    await playing.rest();
    yield;
  }
}

async function takeStep({ ctx, clock, cast }: Playing, who: number, project: number): Promise<void> {
  const state = stateOf(await readContents(ctx.db, ctx.programmes));
  const hint = { act: 'onward', who, which: project, by: 1 } as const;
  let wish = nextFor({ state, cast, now: clock.now() }, hint);
  if (!wish) {
    clock.advance(DAY);
    wish = nextFor({ state, cast, now: clock.now() }, hint);
  }
  commands += 1;
  const result = wish && (await carryOut(ctx, wish, `prelude/${commands}`));
  if (!result?.ok) throw new Error(`the prelude stopped: ${JSON.stringify({ wish, result })}`);
}
