// Asks the list benchmark's server over HTTP, as clients do; the server's CPU is what counts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { regions } from '../../../engine/kernel/regions.ts';
import { atConcurrency } from '../harness/at-concurrency.ts';
import type { BenchServices } from '../harness/bench.ts';
import type { Contender, Running } from '../harness/comparison.ts';
import { openBenchEngine } from '../harness/engine.ts';
import { percentile } from '../harness/statistics.ts';
import { settlePeople } from '../turn/people.ts';

const CONCURRENCY = 32;
const KEY = 'qadam_a-key-that-only-benchmarks-use';
const script = fileURLToPath(new URL('./server.ts', import.meta.url));

export interface Asked {
  readonly name: string;
  readonly of: 'ours' | 'rival';
  readonly path: string;
  /** Requests a round; as many as people where these are fewer. */
  readonly requests: number;
}

/** One server a contender: what another one keeps in memory must not help or hinder. */
export const served = ({ name, of, path, requests }: Asked): Contender => ({
  name,
  rival: of === 'rival',
  async open(services, size): Promise<Running> {
    const server = await start(services, size);
    const pool = new Pool(server.origins[of], { connections: CONCURRENCY });
    const headers = { authorization: `Bearer ${KEY}` };
    const ask = async () => {
      const { statusCode, body } = await pool.request({ path, method: 'GET', headers });
      if (statusCode !== 200) throw new Error(`${path}: ${statusCode} ${await body.text()}`);
      return body;
    };
    const count = Math.min(requests, size);
    return {
      pid: server.pid,
      round: async () => {
        const items = [...Array(count).keys()];
        const times = await atConcurrency(items, CONCURRENCY, async () => (await ask()).dump());
        return { units: count, figures: { 'p99 ms': percentile(times, 0.99) } };
      },
      outcome: async () => {
        const { items } = (await (await ask()).json()) as { items: Readonly<Record<string, unknown>>[] };
        return items.map((each) => each.code ?? each.id ?? each._id);
      },
      close: async () => {
        await pool.close();
        await server.stop();
      },
    };
  },
});

async function start(services: BenchServices, size: number) {
  const address = services.freshDatabase();
  const engine = await openBenchEngine(services, address);
  await settlePeople(engine.ctx, size);
  await engine.ctx.db.collection('regions_of_rival').insertMany(regions.map((each) => ({ ...each })));
  const child = spawn(process.execPath, ['--import', 'tsx', script, address, KEY], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [origins] = (await once(child, 'message')) as [{ ours: string; rival: string }];
  const stop = async () => {
    const gone = once(child, 'exit');
    child.disconnect();
    await gone;
    await engine.close();
  };
  return { pid: child.pid ?? 0, origins, stop };
}
