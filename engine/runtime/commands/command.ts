// What the operators' commands share: the database of the Qadam that is meant, an exit code, and one clear line instead
// of a stack trace. Used by audit.ts, backup.ts and restore.ts beside it.
import { systemClock } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { sealerOf } from '../../kernel/sealing.ts';
import { DamagedArchive } from '../../store/archive/format.ts';
import { connectStore } from '../../store/connection.ts';
import type { StoreContext } from '../../store/context.ts';
import type { ResolvedConfiguration } from '../configuration.ts';
import { ConfigurationError } from '../configuration-error.ts';
import { joinServices } from '../join-services.ts';
import { StartError } from '../process-spec.ts';

/** 0 done, 1 faults were found, 2 it could not be done. */
export type ExitCode = 0 | 1 | 2;

export interface CommandScene {
  readonly ctx: StoreContext;
  readonly configuration: ResolvedConfiguration;
  /** True where a Qadam of this data directory is at work. */
  readonly running: boolean;
  /** A line for the person at the terminal; results go to standard output by `print`. */
  readonly say: (line: string) => void;
  readonly print: (line: string) => void;
}

/** Why a command refuses: a sentence for the operator, never a bug. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Refusal';
  }
}

export type Act = (scene: CommandScene) => Promise<ExitCode>;

/**
 * Runs a command on the store that the environment names, and ends the process with its code.
 * @param wanted what to do, or why it cannot be done: then no store is opened
 */
export async function runCommand(
  wanted: Act | Refusal,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<never> {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  try {
    if (wanted instanceof Refusal) throw wanted;
    process.exit(await onStore(environment, (scene) => wanted({ ...scene, say, print }), say));
  } catch (error) {
    if (!isExpected(error)) throw error;
    say(error.message);
    process.exit(2);
  }
}

const isExpected = (error: unknown): error is Error =>
  error instanceof Refusal ||
  error instanceof DamagedArchive ||
  error instanceof ConfigurationError ||
  error instanceof StartError ||
  error instanceof AppError;

/** Opens the store, joining a Qadam that runs there, and closes what it opened. */
export async function onStore<T>(
  environment: NodeJS.ProcessEnv,
  act: (scene: Pick<CommandScene, 'ctx' | 'configuration' | 'running'>) => Promise<T>,
  say: (line: string) => void = () => undefined,
): Promise<T> {
  const sink = (_name: string, line: string, kind: 'output' | 'event') => {
    if (kind === 'event') say(line);
  };
  const { configuration, running, stop } = await joinServices(environment, sink, { redis: false });
  try {
    const db = await connectStore(configuration.mongodbUri);
    try {
      const sealer = sealerOf(configuration.secretKey);
      return await act({
        ctx: { clock: systemClock, db, sealer, nudge: () => undefined },
        configuration,
        running,
      });
    } finally {
      await db.close();
    }
  } finally {
    await stop();
  }
}
