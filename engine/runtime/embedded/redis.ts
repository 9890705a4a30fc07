// Runs a private Redis for one data directory, supervised. Called by the launcher and the tests' services.
// Must never use a Redis that happens to listen on this machine.
import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type LineSink, StartError, type Supervised, type SupervisionOptions } from '../process-spec.ts';
import { supervise } from '../supervise.ts';
import type { AptSource } from './apt-sources.ts';
import { type Distribution, unpackPrivately } from './private-packages.ts';
import type { RunDirectory } from './run-directory.ts';

/** A running Redis. `url` is the path of its socket, which ioredis takes as an address; it never changes. */
export interface EmbeddedRedis {
  readonly url: string;
  readonly process: Supervised;
}

/**
 * Starts Redis with its append-only file in `<dataDirectory>/redis`.
 * @throws StartError in plain words where there is none to run on this machine.
 */
export async function startRedis(
  dataDirectory: string,
  run: RunDirectory,
  sink: LineSink,
  options: SupervisionOptions = {},
): Promise<EmbeddedRedis> {
  const directory = resolve(dataDirectory, 'redis');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const socket = redisAddress(run.sockets);
  const program = await findProgram(sink);
  const settings = {
    port: '0',
    unixsocket: socket,
    unixsocketperm: '700',
    dir: directory,
    appendonly: 'yes',
    save: '',
    'maxmemory-policy': 'noeviction',
    loglevel: 'warning',
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => [`--${key}`, value]);
  const process_ = await supervise(
    {
      name: 'redis',
      command: [program.path, ...flags],
      env: { ...process.env, ...program.env },
      identityFile: join(run.identities, 'redis.pid'),
      ipc: false,
      answers: (signal) => untilItAnswers(socket, signal),
      graceMs: 10_000,
    },
    sink,
    options,
  );
  return { url: socket, process: process_ };
}

/** Redis's address for ioredis, from the directory of the sockets. */
export const redisAddress = (sockets: string): string => join(sockets, 'redis.sock');

interface Program {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

async function findProgram(sink: LineSink): Promise<Program> {
  const installed = (process.env.PATH ?? '')
    .split(delimiter)
    .map((directory) => join(directory, 'redis-server'))
    .find(isExecutable);
  if (installed !== undefined) return { path: installed, env: {} };
  try {
    const root = await unpackPrivately(
      { name: 'redis', packages: ['redis-server'], withDependencies: true, sources },
      (line) => sink('redis', line, 'event'),
    );
    return { path: join(root, 'usr/bin/redis-server'), env: { LD_LIBRARY_PATH: libraries(root) } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `There is no redis-server here, and it could not be fetched: ${reason}. Install Redis, or set REDIS_URL.`,
      true,
    );
  }
}

function sources(distribution: Distribution, machine: readonly AptSource[]): AptSource[] {
  return machine.filter(
    (source) =>
      source.suite.startsWith(distribution.codename) &&
      (source.components.includes('main') || source.components.includes('universe')),
  );
}

function libraries(root: string): string {
  const parents = ['usr/lib', 'lib'].map((part) => join(root, part)).filter(existsSync);
  return parents
    .flatMap((parent) =>
      readdirSync(parent)
        .filter((name) => name.includes('-linux-'))
        .map((name) => join(parent, name)),
    )
    .join(':');
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Resolves once Redis answers PING with PONG: its socket is there earlier, while it still loads its file. */
async function untilItAnswers(socket: string, signal: AbortSignal): Promise<void> {
  while (!(await pongs(socket))) await delay(10, undefined, { signal });
}

function pongs(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    const answer = (ok: boolean) => {
      connection.destroy();
      resolve(ok);
    };
    connection.setTimeout(1_000, () => answer(false));
    connection.once('connect', () => connection.write('PING\r\n'));
    connection.once('data', (data) => answer(data.toString('latin1').startsWith('+PONG')));
    connection.once('error', () => answer(false));
  });
}
