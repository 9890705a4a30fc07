// How a process of the application is run: its TypeScript file, by this very Node, without a wrapper in between.
// Used by launch.ts; start.ts lists the processes.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Configuration } from './configuration.ts';
import type { RunDirectory } from './embedded/run-directory.ts';
import type { ProcessSpec } from './process-spec.ts';

/** A process of the application: a TypeScript file that calls `runProcess`. */
export interface ApplicationProcess {
  readonly name: string;
  readonly file: URL;
  /** `false` leaves it out. */
  readonly wanted: (configuration: Configuration) => boolean;
}

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** What the supervisor needs to know about it. */
export function applicationSpec(
  { name, file }: Pick<ApplicationProcess, 'name' | 'file'>,
  environment: NodeJS.ProcessEnv,
  run: RunDirectory,
  flags: readonly string[],
): ProcessSpec {
  return {
    name,
    command: [process.execPath, '--import', tsx, fileURLToPath(file), ...flags],
    env: environment,
    identityFile: join(run.identities, `${name}.pid`),
    ipc: true,
    graceMs: 10_000,
  };
}
