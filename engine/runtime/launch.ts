// The whole system on one machine, in order: configuration, lock, services, application; and back again at the end.
// Called by start.ts, and by tests with processes of their own. Must never leave a process or a lock behind.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type ApplicationProcess, applicationSpec } from './application-process.ts';
import {
  type Configuration,
  type ResolvedConfiguration,
  readConfiguration,
  toEnvironment,
} from './configuration.ts';
import { ConfigurationError } from './configuration-error.ts';
import { keepSettings, lockDataDirectory, openDataDirectory } from './data-directory.ts';
import { embeddedDatabase, journaled, startMongodb } from './embedded/mongodb.ts';
import { startRedis } from './embedded/redis.ts';
import { makeRunDirectory, type RunDirectory } from './embedded/run-directory.ts';
import { requireOperator } from './operator-setting.ts';
import { endOrphans } from './orphans.ts';
import { choosePort } from './ports.ts';
import { readableLogFlag, type Supervised } from './process-spec.ts';
import { supervise } from './supervise.ts';
import { closingBlock, Terminal } from './terminal.ts';

/** What to launch, from which environment, and where to write. */
export interface LaunchPlan {
  readonly environment: NodeJS.ProcessEnv;
  readonly processes: readonly ApplicationProcess[];
  readonly write: (line: string) => void;
  /** Whether `write` ends in a terminal: the children then log readable lines. */
  readonly isTerminal: boolean;
}

const graceMs = 10_000;
/** Orphans have had their time since their launcher died, and the journals make a kill safe. */
const orphanGraceMs = 2_000;

/** A system that is up, or on its way up. */
export class Launch {
  readonly #plan: LaunchPlan;
  readonly #started: Supervised[] = [];
  readonly #cleanups: (() => void)[] = [];
  #terminal: Terminal;
  readonly #stopping = new AbortController();
  #progress: Promise<void> = Promise.resolve();
  #stopped: Promise<void> | undefined;

  constructor(plan: LaunchPlan) {
    this.#plan = plan;
    this.#terminal = new Terminal(plan.write, false);
  }

  /** Starts everything. @throws ConfigurationError or StartError, with everything stopped again. */
  async start(): Promise<void> {
    this.#progress = this.#start();
    try {
      await this.#progress;
    } catch (error) {
      // Whatever fails once we are told to stop, fails because of that.
      const expected = this.#stopping.signal.aborted;
      await this.stop();
      if (!expected) throw error;
    }
  }

  /** Stops what runs in reverse order and gives the lock back. Calling it again waits for the same end. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    this.#stopping.abort();
    // A start under way notices within moments, unless it is downloading: that is not worth waiting for.
    const settled = this.#progress.catch(() => undefined);
    await Promise.race([settled, delay(graceMs, undefined, { ref: false })]);
    for (let last = this.#started.pop(); last !== undefined; last = this.#started.pop()) await last.stop();
    for (let last = this.#cleanups.pop(); last !== undefined; last = this.#cleanups.pop()) last();
  }

  async #start(): Promise<void> {
    const started = performance.now();
    const configuration = readConfiguration(this.#plan.environment);
    const verbose = configuration.logLevel === 'debug' || configuration.logLevel === 'trace';
    this.#terminal = new Terminal(this.#plan.write, verbose);
    openDataDirectory(configuration.dataDirectory);
    this.#lock(configuration.dataDirectory);
    const kept = keepSettings(configuration);
    const operator = requireOperator(configuration.operator, kept.demo);
    const run = makeRunDirectory(configuration.dataDirectory);
    this.#cleanups.push(() => run.remove());
    await endOrphans(run.identities, orphanGraceMs);
    const port = await choosePort(configuration.port, configuration.host);
    if (configuration.port === undefined && port !== 8080) {
      this.#terminal.say(`Port 8080 is taken by another program: using ${port}.`);
    }
    const servers = await this.#services(configuration, run);
    const resolved = { ...configuration, ...kept, ...servers, port, operator };
    const address = await this.#application(resolved, run);
    if (this.#stopping.signal.aborted) return;
    this.#announce(resolved, address, (performance.now() - started) / 1_000);
  }

  get #options() {
    return { signal: this.#stopping.signal };
  }

  #lock(dataDirectory: string): void {
    const attempt = lockDataDirectory(dataDirectory);
    if (!attempt.held) {
      throw new ConfigurationError(
        `Qadam already runs on ${dataDirectory} (process ${attempt.holder.pid}). Stop it first, or set DATA_DIR to another directory.`,
      );
    }
    this.#cleanups.push(attempt.release);
  }

  async #services(configuration: Configuration, run: RunDirectory) {
    const mongodbUri = await this.#mongodb(configuration, run);
    const redisUrl = await this.#redis(configuration, run);
    return { mongodbUri, redisUrl };
  }

  async #mongodb({ mongodbUri, dataDirectory }: Configuration, run: RunDirectory): Promise<string> {
    if (mongodbUri !== undefined) {
      await (await import('./named-servers.ts')).checkMongodb(mongodbUri);
      return journaled(mongodbUri);
    }
    this.#terminal.say('Starting the embedded MongoDB engine …');
    const engine = await startMongodb(dataDirectory, run, this.#terminal.sink, this.#options);
    this.#started.push(engine.process);
    return journaled(engine.uri, embeddedDatabase);
  }

  async #redis({ redisUrl, dataDirectory }: Configuration, run: RunDirectory): Promise<string> {
    if (redisUrl !== undefined) {
      await (await import('./named-servers.ts')).checkRedis(redisUrl);
      return redisUrl;
    }
    this.#terminal.say('Starting Redis …');
    const redis = await startRedis(dataDirectory, run, this.#terminal.sink, this.#options);
    this.#started.push(redis.process);
    return redis.url;
  }

  /** Starts the application's processes one after the other; gives the address that the HTTP server reports. */
  async #application(resolved: ResolvedConfiguration, run: RunDirectory): Promise<string> {
    let address = `http://${resolved.host}:${resolved.port}`;
    const environment = { ...this.#plan.environment, ...toEnvironment(resolved) };
    const flags = this.#plan.isTerminal ? [readableLogFlag] : [];
    for (const { name, file } of this.#plan.processes.filter(({ wanted }) => wanted(resolved))) {
      this.#terminal.say(`Starting ${name} …`);
      const running = await supervise(
        applicationSpec({ name, file }, environment, run, flags),
        this.#terminal.sink,
        {
          ...this.#options,
          onFatal: (reason) => this.#terminal.say(`${name} stays off until the next start: ${reason}`),
        },
      );
      this.#started.push(running);
      address = running.address() ?? address;
    }
    return address;
  }

  #announce(resolved: ResolvedConfiguration, address: string, seconds: number): void {
    const adminKeyFile = join(resolved.dataDirectory, 'admin-key');
    const block = closingBlock({
      address,
      dataDirectory: resolved.dataDirectory,
      demo: resolved.demo,
      botsOff: [
        ...(resolved.participantBotToken === undefined ? ['PARTICIPANT_BOT_TOKEN'] : []),
        ...(resolved.staffBotToken === undefined ? ['STAFF_BOT_TOKEN'] : []),
      ],
      adminKeyFile: existsSync(adminKeyFile) ? adminKeyFile : undefined,
      seconds,
    });
    for (const line of block) this.#terminal.say(line);
  }
}
