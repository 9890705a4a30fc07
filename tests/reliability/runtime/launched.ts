// Runs the launcher as a person would, in a process of its own, and tells what came of it. For launcher.test.ts.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { identify, type ProcessIdentity, parseIdentity } from '../../../engine/runtime/process-identity.ts';

const launcher = fileURLToPath(new URL('fixtures/launcher.ts', import.meta.url));

/** A launcher under test. `output` grows; `ended` gives its exit code, or the signal that ended it. */
export interface Launched {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Resolves with the address once "Qadam is ready" is printed. */
  readonly ready: () => Promise<string>;
}

export const newDataDirectory = (): string => mkdtempSync(join(tmpdir(), 'qadam-launch-'));

export function launch(
  dataDirectory: string,
  environment: NodeJS.ProcessEnv = { PORT: '0' },
  file: string = launcher,
): Launched {
  const { MONGODB_URI: _mongodb, REDIS_URL: _redis, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    env: { ...inherited, DATA_DIR: dataDirectory, ...environment },
    // A channel as the wrapper of `npm start` has one to the launcher.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const read = async (stream: Readable | null) => {
    for await (const data of stream ?? []) output += String(data);
  };
  const exited = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code));
  });
  // Not the event 'close': it never comes once the channel was disconnected from this side.
  const ended = Promise.all([exited, read(child.stdout), read(child.stderr)]).then(([how]) => how);
  const ready = async () => {
    await expect
      .poll(() => output, { timeout: 180_000, interval: 20 })
      .toMatch(/Qadam (is ready|cannot start)/);
    const address = /Qadam is ready: (\S+)/.exec(output)?.[1];
    if (address === undefined) throw new Error(output);
    return address;
  };
  return { child, output: () => output, ended, ready };
}

/** What the two small processes wrote down: `api up 123`, `api down`. */
export const journalOf = (dataDirectory: string): string[] => {
  const file = join(dataDirectory, 'journal.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
};

/** The processes that run for this data directory now, by name. */
export function processesOf(dataDirectory: string): Map<string, ProcessIdentity> {
  const run = join(dataDirectory, 'run');
  const files = readdirSync(run).filter((name) => name.endsWith('.pid'));
  return new Map(
    files.flatMap((name) => {
      const written = parseIdentity(readFileSync(join(run, name), 'utf8'));
      const alive = written && identify(written.pid)?.started === written.started;
      return written && alive ? [[name.replace('.pid', ''), written] as const] : [];
    }),
  );
}
