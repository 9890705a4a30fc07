// The engine as benchmarks use it: the product's own connection, collections and rules, on a database of their own.
import { systemClock } from '../../../engine/kernel/clock.ts';
import { sealerOf } from '../../../engine/kernel/sealing.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { programmes } from '../../../engine/programmes/registry.ts';
import { connectStore } from '../../../engine/store/connection.ts';
import { createIndexes } from '../../../engine/store/model.ts';
import { shippedBook } from '../../rules/shipped-book.ts';
import type { BenchServices } from './bench.ts';

export interface BenchEngine {
  readonly ctx: EngineContext;
  close(): Promise<void>;
}

/** @param address of a database that several processes share; a fresh one unless told */
export async function openBenchEngine(
  services: BenchServices,
  address = services.freshDatabase(),
): Promise<BenchEngine> {
  const db = await connectStore(address);
  await createIndexes(db);
  const ctx: EngineContext = {
    clock: systemClock,
    db,
    programmes,
    sealer: sealerOf('a key that only benchmarks use'),
    nudge: () => undefined,
    rules: shippedBook(),
    links: {
      page: (path) => `/${path}`,
      form: (secret) => `/forms/${secret}`,
      start: (desk, secret) => `/chat?desk=${desk}&start=${secret}`,
    },
  };
  const close = async () => {
    await db.dropDatabase();
    await db.close();
  };
  return { ctx, close };
}
