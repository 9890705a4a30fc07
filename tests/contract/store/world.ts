// A store of its own for one test file, with a small owner collection to try commands on.

import Type from 'typebox';
import type { Actor, Command } from '../../../engine/kernel/actor.ts';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import { sealerOf } from '../../../engine/kernel/sealing.ts';
import type { StoreContext, Waiting } from '../../../engine/store/context.ts';
import { collection } from '../../../engine/store/model.ts';
import { outboxIndex, owned } from '../../../engine/store/owned.ts';
import { giveBack, openStore } from '../../support/services/fresh-database.ts';

export const ledgers = collection(
  'test_ledgers',
  owned({ total: Type.Integer(), entries: Type.Array(Type.String()) }),
  [outboxIndex],
);

export type Ledger = ReturnType<typeof ledgers.check>;

export const tester: Actor = { kind: 'person', id: 'tester', grants: [] };
export const command = (id: string): Command => ({ id, actor: tester });

export interface World {
  readonly ctx: StoreContext;
  readonly clock: ManualClock;
  /** What the context's nudge was called with, in order. */
  readonly nudges: (Waiting | undefined)[];
  close(): Promise<void>;
}

export async function openWorld(uri: string): Promise<World> {
  const db = await openStore(uri);
  const clock = new ManualClock('2026-03-02T06:00:00Z');
  const world = {
    clock,
    nudges: [] as (Waiting | undefined)[],
    ctx: {
      clock,
      db,
      sealer: sealerOf('a key that only tests use'),
      nudge: (waiting?: Waiting) => {
        world.nudges.push(waiting);
      },
    },
    close: () => giveBack(db),
  };
  return world;
}

/** Runs all at once. */
export const together = <T>(count: number, each: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => each(n)));
