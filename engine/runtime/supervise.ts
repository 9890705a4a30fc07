// Keeps one child process running: start, wait until it is ready, restart after a crash, stop. Used by the launcher
// for every process it owns. Must never leave a child behind, however this process ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { guard } from './guard.ts';
import { endProcess, identify } from './process-identity.ts';
import {
  exitMisconfigured,
  type LineSink,
  type ProcessSpec,
  StartError,
  type Supervised,
  type SupervisionOptions,
} from './process-spec.ts';
import { Readiness } from './readiness.ts';

interface Outcome {
  readonly reason: string;
  readonly fatal: boolean;
  readonly uptimeMs: number;
}

const attemptsBeforeFirstReady = 3;
const healthyAfterMs = 2_000;
/** Everything else waits for it: even one that keeps crashing is tried again soon. */
const longestPauseMs = 2_000;

/**
 * Starts a child and resolves when it is ready for the first time; from then on crashes are healed in the background.
 * @throws StartError when it reports a configuration problem, or crashes three times before it was ever ready.
 */
export async function supervise(
  spec: ProcessSpec,
  sink: LineSink,
  { signal, onFatal = () => undefined }: SupervisionOptions = {},
): Promise<Supervised> {
  if (signal?.aborted) throw new StartError(`${spec.name} was not started`, false);
  const running = new Supervision(spec, sink);
  const stop = () => void running.stop();
  signal?.addEventListener('abort', stop);
  try {
    await running.start(onFatal);
    return running;
  } finally {
    signal?.removeEventListener('abort', stop);
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
  /** Runs in a row that were killed because they did not get ready. */
  #stuck = 0;
  #address: string | undefined;

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

  address(): string | undefined {
    return this.#address;
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
      const pause = Math.min(longestPauseMs, 25 * 2 ** failures);
      this.#sink(this.name, `${outcome.reason}; starting it again`, 'event');
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
    const overdue = this.#killWhenStuck(child, report);
    const becomeReady = () => {
      clearTimeout(overdue);
      this.#stuck = 0;
      this.#readiness.reach();
      onReady();
    };
    child.on('message', (message: unknown) => {
      if (typeof message !== 'object' || message === null) return;
      if ('address' in message) this.#address = String(message.address);
      if ('ready' in message) becomeReady();
      if ('failed' in message) report.reason = String(message.failed);
      if ('fatal' in message) Object.assign(report, { reason: String(message.fatal), fatal: true });
    });
    this.#spec.answers?.(exited.signal).then(becomeReady, () => undefined);
    const ended = await ending(child);
    clearTimeout(overdue);
    exited.abort();
    this.#child = undefined;
    this.#readiness = this.#readiness.next();
    return {
      reason: report.reason === '' ? `${this.name} ${ended.how}` : report.reason,
      fatal: report.fatal || ended.code === exitMisconfigured,
      uptimeMs: performance.now() - started,
    };
  }

  /** An engine that is killed may now and then hang while it recovers; the next one, on the same files, does not. */
  #killWhenStuck(child: ChildProcess, report: { reason: string }): NodeJS.Timeout | undefined {
    const { readyWithinMs } = this.#spec;
    if (readyWithinMs === undefined) return undefined;
    const patience = readyWithinMs * 2 ** this.#stuck;
    return setTimeout(() => {
      this.#stuck += 1;
      report.reason = `${this.name} was not ready after ${patience / 1000} s`;
      child.kill('SIGKILL');
    }, patience);
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
      if (stream)
        createInterface({ input: stream }).on('line', (line) => this.#sink(this.name, line, 'output'));
    }
    if (child.pid !== undefined) {
      const identity = identify(child.pid);
      if (identity) writeFileSync(this.#spec.identityFile, JSON.stringify(identity));
      if (!this.#spec.ipc) guard(child, child.pid);
    }
    return child;
  }
}

function ending(child: ChildProcess): Promise<{ code: number | null; how: string }> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, how: `could not be run: ${error.message}` }));
    child.once('exit', (code, signal) => {
      resolve({ code, how: signal === null ? `ended with exit code ${code}` : `was ended by ${signal}` });
    });
  });
}
