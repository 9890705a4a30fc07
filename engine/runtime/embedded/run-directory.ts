// Chooses where the Unix sockets of one data directory live. Used by the launcher and the tests' services.
// Must give the same place for the whole life of a launcher, since addresses may not change when a service restarts.
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The kernel's limit for a socket path is 107 bytes on Linux and 103 on macOS. */
const limit = 103;
/** The engine first binds a socket under a temporary name: `embedded-mongodb-XXXXXX/mongodb.sock`. */
const longestName = 'embedded-mongodb-XXXXXX/mongodb.sock'.length + 1;

const placeFile = 'sockets-are-in';

/** Directories of one data directory: sockets in `sockets`, which process runs in `identities`. */
export interface RunDirectory {
  readonly sockets: string;
  readonly identities: string;
  /** Removes what is only of use while the services run. */
  remove(): void;
}

/** Makes the run directory of `dataDirectory` and clears stale sockets. Call only while holding its lock. */
export function makeRunDirectory(dataDirectory: string): RunDirectory {
  const identities = resolve(dataDirectory, 'run');
  mkdirSync(identities, { recursive: true, mode: 0o700 });
  const preferred = join(identities, 's');
  const fits = Buffer.byteLength(preferred) + longestName <= limit;
  const sockets = fits ? preferred : shortDirectory(identities);
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(sockets)) rmSync(join(sockets, name), { recursive: true, force: true });
  writeFileSync(join(identities, placeFile), sockets);
  return { sockets, identities, remove: () => rmSync(sockets, { recursive: true, force: true }) };
}

/** Where the launcher that holds `dataDirectory` has its sockets, for commands that join it. */
export function findSockets(dataDirectory: string): string {
  return readFileSync(resolve(dataDirectory, 'run', placeFile), 'utf8');
}

/** The same short path at every start, so that nothing piles up; a random one if a stranger made that directory. */
function shortDirectory(identities: string): string {
  const name = createHash('sha256').update(identities).digest('hex').slice(0, 12);
  const path = join(tmpdir(), `qadam-${name}`);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const found = lstatSync(path);
  const ours = found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0;
  return ours ? path : mkdtempSync(join(tmpdir(), 'qadam-'));
}
