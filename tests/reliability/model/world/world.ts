// The model's world: one database, some simulated processes, the cast, and the moments at which runs begin.
import type { Connection } from 'mongoose';
import { ManualClock, MINUTE } from '../../../../engine/kernel/clock.ts';
import { deliveries } from '../../../../engine/notify/store.ts';
import { readsAll } from '../../../../engine/store/indexes.ts';
import { createIndexes } from '../../../../engine/store/model.ts';
import { emptyDatabase, giveBack } from '../../../support/services/fresh-database.ts';
import { castOf, type ModelCast } from './cast.ts';
import type { Around } from './intercept.ts';
import { playMoments } from './moments.ts';
import { SimulatedProcess } from './process.ts';
import { restoreMoment, type SavedMoment, saveMoment } from './saved.ts';
import { ModelWorker, productParts, type WorkerParts, type WorkStep } from './worker.ts';

const PROCESSES = 3;

export interface ModelWorld {
  readonly clock: ManualClock;
  /** For reading: no process goes through it. */
  readonly db: Connection;
  readonly cast: ModelCast;
  readonly processes: readonly SimulatedProcess[];
  readonly workers: readonly ModelWorker[];
  /** From the next run on the product has this defect, or none. */
  breakBy(variant: Variant): void;
  /** Where a run may begin: from nothing booked to a report that waits. */
  readonly moments: number;
  begin(moment: number): Promise<void>;
  /** Works until nothing waits any more. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** What a variant breaks on purpose; the product as it is without. */
export interface Variant {
  readonly store?: Around;
  readonly worker?: Partial<WorkerParts>;
}

export async function openModelWorld(): Promise<ModelWorld> {
  const uri = emptyDatabase();
  const clock = new ManualClock('2026-10-05T06:00:00Z');
  const sound = await SimulatedProcess.start(uri, clock);
  const { db } = sound.ctx;
  await createIndexes(db);
  const cast = await castOf(sound.ctx);
  const soundWorker = new ModelWorker(sound.ctx, productParts);
  const moments: SavedMoment[] = [];
  const playing = { ctx: sound.ctx, clock, cast, rest: () => restOf(soundWorker, sound, clock) };
  for await (const _ of playMoments(playing)) moments.push(await saveMoment(db, clock.now()));
  // Variants are given a sound past and work by themselves from here on.
  let variant: Variant = {};
  const around: Around = (request, proceed) => (variant.store ?? straight)(request, proceed);
  const processes = await Promise.all(
    Array.from({ length: PROCESSES }, () => SimulatedProcess.start(uri, clock, around)),
  );
  const workersOf = ({ worker }: Variant) =>
    processes.map(({ ctx }) => new ModelWorker(ctx, { ...productParts, ...worker }));
  let workers = workersOf(variant);
  return {
    clock,
    db,
    cast,
    processes,
    get workers() {
      return workers;
    },
    moments: moments.length,
    breakBy(next) {
      variant = next;
      workers = workersOf(next);
    },
    async begin(moment) {
      const saved = moments[moment % moments.length];
      if (!saved) throw new Error('there is no moment to begin at');
      clock.set(saved.at);
      for (const process of processes) process.restart();
      await restoreMoment(db, saved);
    },
    async rest() {
      const [worker = soundWorker] = workers;
      await restOf(worker, sound, clock);
    },
    async close() {
      await Promise.all(processes.map(({ ctx }) => ctx.db.close()));
      await giveBack(db);
    },
  };
}

const straight: Around = (_, proceed) => proceed();

const ROUNDS = 40;
const IN_ORDER: readonly WorkStep[] = ['sweep', 'relay', 'timers', 'deliver'];

/** What a stopped process had begun is taken up by others after a while: time passes until nothing waits. */
async function restOf(worker: ModelWorker, { ctx }: SimulatedProcess, clock: ManualClock): Promise<void> {
  clock.advance(MINUTE);
  for (let round = 0; round < ROUNDS; round += 1) {
    let done = 0;
    for (const step of IN_ORDER) done += await worker.do(step);
    if (done > 0) continue;
    const [next] = await deliveries
      .on(ctx.db)
      .find({ ...readsAll, state: 'waiting' } as never)
      .sort({ notBefore: 1 })
      .limit(1)
      .lean();
    if (!next) return;
    clock.set(next.notBefore);
  }
  throw new Error(`the worker does not come to rest in ${ROUNDS} rounds`);
}
