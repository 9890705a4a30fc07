// Keeps one child process running: start, wait until it is ready, restart after a crash, stop. Used by the launcher
// for every process it owns. Must never leave a child behind, however this process ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { endProcess, identify, parseIdentity } from './process-identity.ts';

/** Exit code of a child whose configuration is wrong: restarting cannot help (`EX_CONFIG` of sysexits). */
export const exitMisconfigured = 78;

/** How to run a child. Children with `ipc` report `{ ready: true }`, `{ failed }` or `{ fatal }` and watch the channel. */
export interface ProcessSpec {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env: NodeJS.ProcessEnv;
  /** File that remembers which process runs, so that a later start can end what a `kill -9` orphaned. */
  readonly identityFile: string;
  /** `false` for a program that is not ours: a small guard then ends it when this process dies. */
  readonly ipc: boolean;
  /** Resolves when a child without `ipc` answers; must give up when the signal aborts. */
  readonly answers?: (signal: AbortSignal) => Promise<void>;
  /** Milliseconds between SIGTERM and SIGKILL. */
  readonly graceMs: number;
}

/** Receives each line a child writes, and what the supervisor does (`name` of the child in both cases). */
export type LineSink = (name: string, line: string) => void;

/** A child that could not be started: `fatal` when its configuration is to blame. */
export class StartError extends Error {
  constructor(
    message: string,
    readonly fatal: boolean,
  ) {
    super(message);
  }
}

/** A supervised child. */
export interface Supervised {
  readonly name: string;
  /** Number of the process that runs now. */
  pid(): number | undefined;
  /** How often it was started again. */
  restarts(): number;
  /** Resolves when the process that runs now, or the next one, is ready. */
  untilReady(): Promise<void>;
  /** Ends it (SIGTERM, then SIGKILL after the grace) and stops restarting it. */
  stop(): Promise<void>;
}

interface Outcome {
  readonly reason: string;
  readonly fatal: boolean;
  readonly uptimeMs: number;
}

const attemptsBeforeFirstReady = 3;
const healthyAfterMs = 30_000;

/**
 * Starts a child and resolves when it is ready for the first time; from then on crashes are healed in the background.
 * @throws StartError when it reports a configuration problem, or crashes three times before it was ever ready.
 */
export async function supervise(
  spec: ProcessSpec,
  sink: LineSink,
  onFatal: (reason: string) => void,
): Promise<Supervised> {
  await endOrphan(spec);
  const running = new Supervision(spec, sink);
  await running.start(onFatal);
  return running;
}

/** Ends the process that a killed launcher left behind under this identity file, if it still runs. */
async function endOrphan(spec: ProcessSpec): Promise<void> {
  mkdirSync(dirname(spec.identityFile), { recursive: true });
  let orphan: ReturnType<typeof parseIdentity>;
  try {
    orphan = parseIdentity(readFileSync(spec.identityFile, 'utf8'));
  } catch {
    return;
  }
  if (orphan !== undefined) await endProcess(orphan, spec.graceMs);
}

/** Whether the present process is ready; whoever waits while it crashes goes on waiting for the next one. */
class Readiness {
  readonly reached: Promise<void>;
  #resolve: () => void = () => undefined;
  #isReached = false;

  constructor() {
    this.reached = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  reach(): void {
    this.#isReached = true;
    this.#resolve();
  }

  next(): Readiness {
    return this.#isReached ? new Readiness() : this;
  }
}

class Supervision implements Supervised {
  readonly #spec: ProcessSpec;
  readonly #sink: LineSink;
  readonly #stopping = new AbortController();
  #child: ChildProcess | undefined;
  #loop: Promise<void> = Promise.resolve();
  #readiness = new Readiness();
  #restarts = 0;

  constructor(spec: ProcessSpec, sink: LineSink) {
    this.#spec = spec;
    this.#sink = sink;
  }

  get name(): string {
    return this.#spec.name;
  }

  pid(): number | undefined {
    return this.#child?.pid;
  }

  restarts(): number {
    return this.#restarts;
  }

  untilReady(): Promise<void> {
    return this.#readiness.reached;
  }

  start(onFatal: (reason: string) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#loop = this.#keepRunning(resolve, reject, onFatal);
    });
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    const identity = this.#child?.pid === undefined ? undefined : identify(this.#child.pid);
    if (identity !== undefined) await endProcess(identity, this.#spec.graceMs);
    await this.#loop;
    rmSync(this.#spec.identityFile, { force: true });
  }

  async #keepRunning(
    ready: () => void,
    failed: (error: StartError) => void,
    onFatal: (reason: string) => void,
  ) {
    let everReady = false;
    let failures = 0;
    while (!this.#stopping.signal.aborted) {
      const outcome = await this.#runOnce(() => {
        everReady = true;
        ready();
      });
      if (this.#stopping.signal.aborted) break;
      failures = outcome.uptimeMs > healthyAfterMs ? 1 : failures + 1;
      const hopeless = outcome.fatal || (!everReady && failures >= attemptsBeforeFirstReady);
      if (hopeless) {
        failed(new StartError(outcome.reason, outcome.fatal));
        if (everReady) onFatal(outcome.reason);
        return;
      }
      const pause = Math.min(10_000, 25 * 2 ** failures);
      this.#sink(this.name, `${outcome.reason}; starting it again in ${pause} ms`);
      await delay(pause, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      this.#restarts += 1;
    }
    failed(new StartError(`${this.name} was stopped before it was ready`, false));
  }

  async #runOnce(onReady: () => void): Promise<Outcome> {
    const started = performance.now();
    const child = this.#spawn();
    const report = { reason: '', fatal: false };
    const exited = new AbortController();
    const becomeReady = () => {
      this.#readiness.reach();
      onReady();
    };
    child.on('message', (message: unknown) => {
      if (typeof message !== 'object' || message === null) return;
      if ('ready' in message) becomeReady();
      if ('failed' in message) report.reason = String(message.failed);
      if ('fatal' in message) Object.assign(report, { reason: String(message.fatal), fatal: true });
    });
    this.#spec.answers?.(exited.signal).then(becomeReady, () => undefined);
    const ended = await ending(child);
    exited.abort();
    this.#child = undefined;
    this.#readiness = this.#readiness.next();
    return {
      reason: report.reason === '' ? `${this.name} ${ended.how}` : report.reason,
      fatal: report.fatal || ended.code === exitMisconfigured,
      uptimeMs: performance.now() - started,
    };
  }

  #spawn(): ChildProcess {
    const [command, ...args] = this.#spec.command;
    // A session of its own: Ctrl-C in a terminal must reach the launcher only, which stops the children in order.
    const child = spawn(command, args, {
      env: this.#spec.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', ...(this.#spec.ipc ? (['ipc'] as const) : [])],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => this.#sink(this.name, line));
    }
    if (child.pid !== undefined) {
      const identity = identify(child.pid);
      if (identity) writeFileSync(this.#spec.identityFile, JSON.stringify(identity));
      if (!this.#spec.ipc) guard(child, child.pid);
    }
    return child;
  }
}

/** A shell that waits for this process to die (its standard input then closes) and ends the child. */
function guard(child: ChildProcess, pid: number): void {
  const shell = spawn('/bin/sh', ['-c', 'cat >/dev/null; kill -TERM "$0"', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  shell.on('error', () => undefined);
  child.once('exit', () => {
    // Killed, not told: were the pipe merely closed, the number could by then be another process's.
    if (shell.pid !== undefined) process.kill(-shell.pid, 'SIGKILL');
  });
}

function ending(child: ChildProcess): Promise<{ code: number | null; how: string }> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, how: `could not be run: ${error.message}` }));
    child.once('exit', (code, signal) => {
      resolve({ code, how: signal === null ? `ended with exit code ${code}` : `was ended by ${signal}` });
    });
  });
}
