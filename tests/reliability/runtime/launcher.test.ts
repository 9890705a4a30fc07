// The launcher with real services and small processes: order, refusals, healing, and the end, also by `kill -9`.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { isAlive } from '../../../engine/runtime/process-identity.ts';
import { operatorEnvironment } from '../../support/operator.ts';
import { journalOf, type Launched, launch, newDataDirectory, processesOf } from './launched.ts';

// Deadlines, not durations: a machine busy with other things must not make a start look like a failure.
vi.setConfig({ testTimeout: 150_000, hookTimeout: 60_000 });

const running: Launched[] = [];
const directories: string[] = [];

function start(directory: string, environment?: NodeJS.ProcessEnv): Launched {
  const launched = launch(directory, environment);
  running.push(launched);
  return launched;
}
function fresh(): string {
  const directory = newDataDirectory();
  directories.push(directory);
  return directory;
}
const names = (directory: string) => journalOf(directory).map((line) => line.replace(/ \d+$/, ''));
const pidOf = (directory: string, name: string): number => {
  const found = processesOf(directory).get(name);
  if (found === undefined) throw new Error(`${name} does not run`);
  return found.pid;
};

afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGTERM');
    await ended;
  }
});
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

describe('a launch', () => {
  it('starts in order, refuses a second one, heals its children, stops in reverse order on SIGTERM', async () => {
    const directory = fresh();
    const first = start(directory);
    const address = await first.ready();
    expect([...processesOf(directory).keys()].sort()).toEqual(['api', 'mongodb', 'redis', 'worker']);

    const second = start(directory);
    expect(await second.ended).toBe(78);
    expect(second.output()).toContain(`Qadam already runs on ${directory} (process ${first.child.pid})`);

    const killed = pidOf(directory, 'api');
    expect(await (await fetch(address)).text()).toBe(String(killed));
    process.kill(killed, 'SIGKILL');
    const answer = () =>
      fetch(address).then(
        (response) => response.text(),
        () => '',
      );
    await expect.poll(answer, { timeout: 60_000 }).toMatch(/^\d+$/);
    expect(await answer()).not.toBe(String(killed));

    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(names(directory)).toEqual(['api up', 'worker up', 'api up', 'worker down', 'api down']);
    expect(processesOf(directory).size).toBe(0);
    expect(existsSync(join(directory, 'run', 'launcher.lock'))).toBe(false);
  });

  it('leaves no orphan when it is killed, and the next start takes over its data', async () => {
    const directory = fresh();
    const first = start(directory);
    await first.ready();
    const before = processesOf(directory);
    expect(before.size).toBe(4);
    first.child.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');
    await expect
      .poll(() => [...before.values()].filter(isAlive), { timeout: 30_000, interval: 20 })
      .toEqual([]);
    const second = start(directory);
    await second.ready();
    expect(names(directory).filter((line) => line.endsWith('up'))).toHaveLength(4);
    // What `kill -9` of the wrapper around the launcher looks like from within.
    second.child.disconnect();
    expect(await second.ended).toBe(0);
    expect(processesOf(directory).size).toBe(0);
  });

  it('ends an orphan that its killed launcher could not: a frozen engine', async () => {
    const directory = fresh();
    const first = start(directory);
    await first.ready();
    const engine = processesOf(directory).get('mongodb');
    if (engine === undefined) throw new Error('no engine');
    process.kill(engine.pid, 'SIGSTOP');
    first.child.kill('SIGKILL');
    await first.ended;
    expect(isAlive(engine)).toBe(true);
    const second = start(directory);
    await second.ready();
    expect(isAlive(engine)).toBe(false);
  });
});

describe('a start that cannot succeed', () => {
  it('ends with one line when a process reports a wrong configuration, and stops what ran', async () => {
    const directory = fresh();
    writeFileSync(join(directory, 'worker.refuses'), '');
    const launched = start(directory);
    expect(await launched.ended).toBe(78);
    expect(launched.output()).toMatch(
      /Qadam cannot start:\n {2}STAFF_BOT_TOKEN was refused by Telegram\.\n$/,
    );
    expect(names(directory)).toEqual(['api up', 'api down']);
    expect(processesOf(directory).size).toBe(0);
  });

  it('names the port that is taken, and takes the next one when none was asked for', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const launched = start(fresh(), { PORT: String(port) });
    expect(await launched.ended).toBe(78);
    expect(launched.output()).toContain(`PORT ${port} is taken by another program.`);
    server.close();
  });

  it('says which named server does not answer', async () => {
    const launched = start(fresh(), {
      MONGODB_URI: 'mongodb://user:canary@127.0.0.1:1/qadam?serverSelectionTimeoutMS=500',
      SECRET_KEY: 'k'.repeat(32),
      ...operatorEnvironment,
    });
    expect(await launched.ended).toBe(78);
    expect(launched.output()).toContain('MONGODB_URI: no MongoDB can be used there');
    expect(launched.output()).not.toContain('canary');
  });
});
