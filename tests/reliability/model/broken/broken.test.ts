// Four defects that the product must never have. Each is put together beside the product's own parts and must be caught
// by the same campaign that the product passes: otherwise passing it would mean nothing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { campaign } from '../campaign.ts';
import { Broken } from '../running.ts';
import { type ModelWorld, openModelWorld, type Variant } from '../world/world.ts';
import { checkThenWrite } from './check-then-write.ts';
import { noAppliedId } from './no-applied-id.ts';
import { outboxDroppedEarly } from './outbox-dropped-early.ts';
import { seatFreedByTimeout } from './seat-freed-by-timeout.ts';

interface Sought {
  readonly variant: Variant;
  /** Invariants of which at least one is broken by it. */
  readonly breaks: readonly number[];
  /** Known to find it; after them others are tried, the same in every run. */
  readonly seeds: readonly number[];
}

const defects: Readonly<Record<string, Sought>> = {
  'a seat freed by timeout': { variant: seatFreedByTimeout, breaks: [2], seeds: [1] },
  'the outbox dropped before delivery is stored': {
    variant: outboxDroppedEarly,
    breaks: [10, 12],
    seeds: [1],
  },
  'check-then-write in place of compare-and-set': { variant: checkThenWrite, breaks: [12], seeds: [1] },
  'no applied id': { variant: noAppliedId, breaks: [13], seeds: [1] },
};

const RUNS = 60;
const SEARCHES = 6;

let world: ModelWorld;
beforeAll(async () => {
  world = await openModelWorld();
}, 120_000);
afterAll(() => world.close());

it.each(Object.entries(defects))(
  '%s is caught',
  async (_name, { variant, breaks, seeds }) => {
    world.breakBy(variant);
    const found = new Set<number>();
    for (let search = 0; search < SEARCHES && !breaks.some((each) => found.has(each)); search += 1) {
      const seed = seeds[search] ?? search;
      const caught = campaign(world, { runs: RUNS, asFound: true, seed });
      for (const each of await violationsOf(caught)) found.add(each);
    }
    expect(breaks.filter((each) => found.has(each))).not.toEqual([]);
  },
  300_000,
);

/** The invariants that a campaign found broken; none when it passed. */
async function violationsOf(caught: Promise<unknown>): Promise<readonly number[]> {
  try {
    await caught;
    return [];
  } catch (error) {
    for (let cause = error; cause instanceof Error; cause = cause.cause)
      if (cause instanceof Broken) return cause.violations.map(({ invariant }) => invariant);
    return [];
  }
}
