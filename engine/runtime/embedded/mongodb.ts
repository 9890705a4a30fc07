// Runs the embedded MongoDB engine for one data directory, supervised. Called by the launcher and the tests' services.
// Must never be used where MONGODB_URI names a server.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LineSink, StartError, type Supervised, type SupervisionOptions } from '../process-spec.ts';
import { supervise } from '../supervise.ts';
import { nodeForEngine } from './c-library.ts';
import type { RunDirectory } from './run-directory.ts';

/** Name of the application's database in the embedded engine. */
export const embeddedDatabase = 'qadam';
const socketName = 'mongodb.sock';
const host = fileURLToPath(new URL('host.mjs', import.meta.url));

/** A running engine. `uri` stays the same when the engine is restarted, and has no database name yet. */
export interface EmbeddedMongodb {
  readonly uri: string;
  readonly process: Supervised;
}

/**
 * Opens the engine on `<dataDirectory>/mongodb`.
 * @throws StartError in plain words where the engine cannot run on this machine.
 */
export async function startMongodb(
  dataDirectory: string,
  run: RunDirectory,
  sink: LineSink,
  options: SupervisionOptions = {},
): Promise<EmbeddedMongodb> {
  const directory = resolve(dataDirectory, 'mongodb');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  clearTemporarySockets(run);
  const socket = join(run.sockets, socketName);
  const node = await engineCommand(sink);
  const process_ = await supervise(
    {
      name: 'mongodb',
      command: [...node, host, directory, socket],
      // The engine's package makes its first, random socket in the temporary directory: kept with ours.
      env: { ...process.env, NODE_OPTIONS: '', TMPDIR: run.sockets },
      identityFile: join(run.identities, 'mongodb.pid'),
      ipc: true,
      // It opens in 60 ms; recovering after a kill takes a second or two.
      readyWithinMs: 10_000,
      graceMs: 10_000,
    },
    sink,
    options,
  );
  return { uri: mongodbAddress(run.sockets), process: process_ };
}

/** The engine's address, from the directory of the sockets. */
export const mongodbAddress = (sockets: string): string =>
  `mongodb://${encodeURIComponent(join(sockets, socketName))}/?directConnection=true`;

/**
 * The same address with the write concern that survives `kill -9` (0 of 3,880 writes lost, against 32 of 4,909
 * without), and with `database` as the database if one is given.
 */
export function journaled(uri: string, database?: string): string {
  const match = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/.exec(uri);
  if (match === null) throw new TypeError('not a mongodb:// address');
  const [, servers = '', ownDatabase = '', query = ''] = match;
  const options = new URLSearchParams(query);
  if (!options.has('w')) options.set('w', options.get('directConnection') === 'true' ? '1' : 'majority');
  if (!options.has('journal')) options.set('journal', 'true');
  return `${servers}/${database ?? ownDatabase}?${options}`;
}

async function engineCommand(sink: LineSink): Promise<[string, ...string[]]> {
  try {
    return await nodeForEngine((line) => sink('mongodb', line, 'event'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The embedded MongoDB engine cannot run here: ${reason}. Set MONGODB_URI to a MongoDB server, or use docker compose.`,
      true,
    );
  }
}

function clearTemporarySockets(run: RunDirectory): void {
  for (const name of readdirSync(run.sockets).filter((each) => each.startsWith('embedded-mongodb-'))) {
    rmSync(join(run.sockets, name), { recursive: true, force: true });
  }
}
