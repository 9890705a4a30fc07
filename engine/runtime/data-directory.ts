// What a data directory remembers about itself: its secret key, and whether it was begun as a demo. Called by the
// launcher while it holds the directory's lock. Must never replace either once it is there.
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Configuration } from './configuration.ts';
import { ConfigurationError } from './configuration-error.ts';
import { type LockAttempt, tryLock } from './lock.ts';

/** Settings that are kept in the data directory unless the environment gives them. */
export interface KeptSettings {
  readonly secretKey: string;
  readonly demo: boolean;
}

/** Makes sure that the directory is there and can be written to. @throws ConfigurationError */
export function openDataDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ConfigurationError(
      `DATA_DIR is ${JSON.stringify(shown(directory))}, but must be a directory that can be written to (${reason}).`,
    );
  }
}

/** Takes the directory for this process; its death, however it comes, frees it. */
export const lockDataDirectory = (directory: string): LockAttempt =>
  tryLock(join(directory, 'run', 'launcher.lock'));

/** Reads what the directory keeps, and decides it at its first start. @throws ConfigurationError */
export function keepSettings(configuration: Configuration): KeptSettings {
  const secretKey = configuration.secretKey ?? keepSecretKey(configuration.dataDirectory);
  // With a server of one's own the data is not in this directory, so it has nothing to say about it.
  const demo =
    configuration.mongodbUri === undefined ? keepDemo(configuration) : (configuration.demo ?? false);
  return { secretKey, demo };
}

function keepSecretKey(directory: string): string {
  const file = join(directory, 'secret-key');
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  }
  const key = readFileSync(file, 'utf8').trim();
  if (key.length >= 32) return key;
  throw new ConfigurationError(
    `${shown(file)} is damaged. Put the key back from a copy: without it nobody in this data is recognised.`,
  );
}

function keepDemo(configuration: Configuration): boolean {
  const file = join(configuration.dataDirectory, 'demo');
  const hasData = existsSync(join(configuration.dataDirectory, 'mongodb'));
  const begun = hasData ? existsSync(file) && readFileSync(file, 'utf8').trim() === '1' : undefined;
  const demo = configuration.demo ?? begun ?? true;
  if (begun !== undefined && demo !== begun) {
    const directory = shown(configuration.dataDirectory);
    throw new ConfigurationError(
      demo
        ? `DEMO is 1, but ${directory} holds real data. Set DATA_DIR to an empty directory for a demo.`
        : `DEMO is 0, but ${directory} was begun as a demo. Set DATA_DIR to an empty directory for real data.`,
    );
  }
  if (begun === undefined) writeFileSync(file, demo ? '1\n' : '0\n', { flush: true });
  return demo;
}

/** A path as a person would type it. */
function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') || near === '' ? path : `./${near}`;
}
