// The harness around every process of the application: configuration, readiness, an orderly end, the last word of a
// crash. Used by api/main.ts and bot/*.ts. Must never keep running without the launcher that started it.
import { AppError } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import { type ResolvedConfiguration, readResolvedConfiguration } from './configuration.ts';
import { ConfigurationError } from './configuration-error.ts';
import { createLogger, type Logger } from './logger.ts';
import { exitMisconfigured, readableLogFlag } from './process-spec.ts';

/** A process that is up. `address` is what the launcher shows (`http://127.0.0.1:8080`). */
export interface RunningProcess {
  readonly address?: string;
  /** Finishes what is under way and lets go of everything; has about 8 seconds. */
  stop(): Promise<void>;
}

/** What to run. `start` may throw ConfigurationError for what only the operator can fix (a wrong token). */
export interface ProcessDefinition {
  readonly name: string;
  readonly start: (config: ResolvedConfiguration, log: Logger) => Promise<RunningProcess>;
}

const stopWithinMs = 8_000;

/** Runs the process until it is told to stop, its launcher dies, or it crashes. Call once, at top level. */
export function runProcess(definition: ProcessDefinition): void {
  new Harness(definition).run();
}

class Harness {
  readonly #definition: ProcessDefinition;
  #log: Logger;
  #running: RunningProcess | undefined;
  #ending = false;

  constructor(definition: ProcessDefinition) {
    this.#definition = definition;
    this.#log = createLogger({ name: definition.name, level: 'info', readable: false });
  }

  run(): void {
    process.on('uncaughtException', (error) => this.#crash(error));
    process.on('unhandledRejection', (error) => this.#crash(error));
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
      process.on(event, () => void this.#end(0));
    }
    this.#start().catch((error: unknown) => this.#refuse(error));
  }

  async #start(): Promise<void> {
    const config = readResolvedConfiguration(process.env);
    const readable = process.argv.includes(readableLogFlag);
    this.#log = createLogger({ name: this.#definition.name, level: config.logLevel, readable });
    this.#running = await this.#definition.start(config, this.#log);
    const { address } = this.#running;
    process.send?.({ ready: true, ...(address === undefined ? {} : { address }) });
    this.#log.info('ready');
  }

  #refuse(error: unknown): void {
    const reason = misconfiguration(error);
    if (reason === undefined) {
      this.#crash(error);
      return;
    }
    // Without a launcher (in a container) there is nobody to tell but the log.
    if (process.send === undefined) this.#log.fatal(reason);
    tell({ fatal: reason }, () => void this.#end(exitMisconfigured));
  }

  #crash(error: unknown): void {
    // A server that is away comes back, and with it this process: it is started again until then.
    if (this.#running === undefined && error instanceof AppError && error.code === 'unavailable') {
      this.#log.fatal(error.message);
      tell({ failed: error.message }, () => void this.#end(1));
      return;
    }
    const reference = newId();
    this.#log.fatal({ err: error, reference }, 'unexpected error');
    const failed = `${this.#definition.name} crashed (reference ${reference})`;
    tell({ failed }, () => void this.#end(1));
  }

  async #end(code: number): Promise<void> {
    if (this.#ending) return;
    this.#ending = true;
    setTimeout(() => process.exit(code === 0 ? 1 : code), stopWithinMs).unref();
    await this.#stopRunning();
    process.exit(code);
  }

  async #stopRunning(): Promise<void> {
    try {
      await this.#running?.stop();
    } catch (error) {
      this.#log.error({ err: error }, 'could not stop in order');
    }
  }
}

function tell(message: object, then: () => void): void {
  if (process.send === undefined || !process.connected) then();
  else process.send(message, then);
}

/** The sentence for the operator when the surroundings are to blame, `undefined` when it is a bug. */
function misconfiguration(error: unknown): string | undefined {
  if (error instanceof ConfigurationError) return error.message;
  if (!(error instanceof Error)) return undefined;
  if (!('code' in error) || error.code !== 'EADDRINUSE') return undefined;
  return 'PORT is taken by another program. Set PORT to a free one.';
}
