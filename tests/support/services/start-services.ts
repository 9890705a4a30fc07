// Real MongoDB and Redis for tests, in a temporary directory: shared ones are started by global-setup.ts, tests that
// kill theirs call startServices() themselves. Must leave neither a process nor a file behind.
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { journaled, startMongodb } from '../../../engine/runtime/embedded/mongodb.ts';
import { startRedis } from '../../../engine/runtime/embedded/redis.ts';
import { makeRunDirectory } from '../../../engine/runtime/embedded/run-directory.ts';
import type { Supervised } from '../../../engine/runtime/process-spec.ts';

/** A service that a test may mistreat. Its address never changes. */
export interface KillableService {
  pid(): number;
  /** SIGKILL; resolves when its supervisor has it running and ready again. */
  kill9(): Promise<void>;
  /** SIGKILL or SIGSTOP/SIGCONT without waiting for anything. */
  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void;
  /** Stops it in order; it stays down until `start()`. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** `stop()` and `start()`: the data stays. */
  restart(): Promise<void>;
}

/** An engine and a Redis of a test's own. `mongodbUri` is journaled and names the database `test`. */
export interface TestServices {
  readonly mongodbUri: string;
  readonly redisUrl: string;
  readonly mongodb: KillableService;
  readonly redis: KillableService;
  /** Stops both and removes their data. */
  stop(): Promise<void>;
}

/** Starts both services; takes about 150 ms once `.cache` is filled. */
export async function startServices(): Promise<TestServices> {
  const directory = mkdtempSync(join(room(), 'qadam-test-'));
  const run = makeRunDirectory(directory);
  const log: string[] = [];
  const sink = (name: string, line: string) => {
    log.push(`${name}: ${line}`);
    if (process.env.STORY_LOG) console.error(`${name}: ${line}`);
  };
  try {
    const startEngine = () => startMongodb(directory, run, sink);
    const startQueue = () => startRedis(directory, run, sink);
    const [engine, queue] = await Promise.all([startEngine(), startQueue()]);
    const mongodb = killable(engine.process, async () => (await startEngine()).process);
    const redis = killable(queue.process, async () => (await startQueue()).process);
    const stop = async () => {
      await Promise.all([mongodb.stop(), redis.stop()]);
      run.remove();
      rmSync(directory, { recursive: true, force: true });
    };
    return { mongodbUri: journaled(engine.uri, 'test'), redisUrl: queue.url, mongodb, redis, stop };
  } catch (error) {
    throw new Error(`the test services did not start:\n${log.slice(-20).join('\n')}`, { cause: error });
  }
}

const MEMORY = '/dev/shm';
const ENOUGH = 4 * 2 ** 30;

/**
 * Where the data lie: in memory where there is plenty, or half of all waiting would be for the disk. What a process has
 * written outlives its SIGKILL there, too; nothing here pulls the plug of the machine.
 */
function room(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ENOUGH ? MEMORY : tmpdir();
}

function killable(first: Supervised, startAgain: () => Promise<Supervised>): KillableService {
  let service = first;
  const pid = () => {
    const current = service.pid();
    if (current === undefined) throw new Error(`${service.name} is down`);
    return current;
  };
  const stop = () => service.stop();
  const start = async () => {
    service = await startAgain();
  };
  const kill9 = async () => {
    const killed = pid();
    process.kill(killed, 'SIGKILL');
    const deadline = performance.now() + 30_000;
    while (service.pid() === killed || service.pid() === undefined) {
      if (performance.now() > deadline) throw new Error(`${service.name} was not started again`);
      await delay(5);
    }
    await service.untilReady();
  };
  const restart = async () => {
    await stop();
    await start();
  };
  return { pid, kill9, stop, start, restart, signal: (signal) => process.kill(pid(), signal) };
}
