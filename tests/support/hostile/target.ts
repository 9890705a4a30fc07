// A process of the product as production starts it, to be attacked from this one: what it logs, how it fares, whether it lives.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Bundles } from '../crash/bundle.ts';
import type { Vitals } from './vitals.ts';

export interface Target {
  readonly pid: number;
  /** Empty where it serves nothing. */
  readonly url: string;
  vitals(): Vitals;
  /** Everything on its output, and how it ended where it did. */
  readonly log: readonly string[];
  isAlive(): boolean;
  stop(): Promise<void>;
}

const nothingYet: Vitals = { longest: 0, blocks: [], memory: 0, polluted: [] };
/** Two beats in which it counts from the start. */
const SETTLED_MS = 300;

interface Told {
  readonly ready?: boolean;
  readonly address?: string;
  readonly vitals?: Vitals;
  readonly failed?: string;
  readonly fatal?: string;
}

/** Source files of the process and of what is imported into it. */
export const targetSources = ['api/main.ts', 'tests/support/hostile/vitals.ts'] as const;

/** @param source the API process unless told */
export async function startTarget(
  bundles: Bundles,
  env: Readonly<Record<string, string>>,
  source: string = targetSources[0],
): Promise<Target> {
  const [, vitals] = targetSources;
  const child = spawn(process.execPath, ['--import', bundles.of(vitals), bundles.of(source)], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log: string[] = [];
  let last = nothingYet;
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface(stream).on('line', (line) => log.push(line));
  child.on('message', (message: Told) => {
    if (message.vitals) last = message.vitals;
    const failure = message.failed ?? message.fatal;
    if (failure) log.push(failure);
  });
  child.on('exit', (code, signal) => log.push(`ended: ${code ?? signal}`));
  const url = await ready(child, log);
  child.send('begin');
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  return {
    pid: child.pid ?? 0,
    url,
    vitals: () => last,
    log,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function ready(child: ChildProcess, log: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('message', ({ ready: isReady, address }: Told) => {
      if (isReady) resolve(address ?? '');
    });
    child.once('exit', () => reject(new Error(`the process did not start:\n${log.join('\n')}`)));
  });
}
