// Makes the application's processes of one data directory stand still for a moment (SIGSTOP), so that the embedded
// engine can be read as of that moment. A guard lets them go on should this process be killed meanwhile. They tolerate it:
// what they hold in the database is theirs for a time only, and what Telegram sends waits.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAlive, type ProcessIdentity, parseIdentity } from './process-identity.ts';

const guardFile = fileURLToPath(new URL('go-on-when-orphaned.mjs', import.meta.url));
/** What the application needs to be read from. */
const services: ReadonlySet<string> = new Set(['mongodb.pid', 'redis.pid']);

/** For the backup; null where no process of the application runs from this directory. */
export function haltProcessesOf(dataDirectory: string): (() => Promise<() => void>) | null {
  const running = runningIn(join(dataDirectory, 'run'));
  return running.length === 0 ? null : () => haltProcesses(running);
}

function runningIn(directory: string): readonly ProcessIdentity[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.pid') && !services.has(name))
    .flatMap((name) => parseIdentity(readFileSync(join(directory, name), 'utf8')) ?? [])
    .filter(isAlive);
}

/** @returns lets them go on */
export async function haltProcesses(processes: readonly ProcessIdentity[]): Promise<() => void> {
  const pids = processes.map(({ pid }) => pid);
  const guard = await startGuard(pids);
  signalAll(pids, 'SIGSTOP');
  return () => {
    signalAll(pids, 'SIGCONT');
    guard.stdin?.end();
  };
}

function signalAll(pids: readonly number[], signal: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended: that is as still as can be, and its successor is seen by what it writes.
    }
  }
}

/** A process of its own session, which a Ctrl-C does not reach. */
async function startGuard(pids: readonly number[]): Promise<ChildProcess> {
  const guard = spawn(process.execPath, [guardFile, ...pids.map(String)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  guard.stdin?.on('error', () => undefined);
  if (guard.stdout) await once(guard.stdout, 'data');
  guard.unref();
  return guard;
}
