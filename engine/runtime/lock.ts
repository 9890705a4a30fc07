// A lock file that its holder's death frees, however it died. Used for the data directory and for private installs.
// Must never be trusted across machines that share a disk.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { identify, isAlive, type ProcessIdentity, parseIdentity } from './process-identity.ts';

/** Result of {@link tryLock}: a held lock, or who holds it. */
export type LockAttempt = { held: true; release(): void } | { held: false; holder: ProcessIdentity };

/** Takes the lock at `path` for this process if nobody who is alive holds it. */
export function tryLock(path: string): LockAttempt {
  mkdirSync(dirname(path), { recursive: true });
  const mine = identify(process.pid);
  if (mine === undefined) throw new Error('this process cannot see itself: is /proc mounted?');
  const draft = `${path}.${mine.pid}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    // Each round either takes the lock, meets a live holder, or removes one stale lock.
    for (;;) {
      if (linked(draft, path)) return { held: true, release: () => rmSync(path, { force: true }) };
      const holder = readHolder(path);
      if (holder !== undefined && isAlive(holder)) return { held: false, holder };
      discardStale(path, draft);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Waits for the lock at `path`; `onWait` is called once if somebody else holds it. */
export async function waitForLock(
  path: string,
  onWait: (holder: ProcessIdentity) => void,
): Promise<() => void> {
  for (let waited = false; ; waited = true) {
    const attempt = tryLock(path);
    if (attempt.held) return attempt.release;
    if (!waited) onWait(attempt.holder);
    await delay(100);
  }
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(path: string): ProcessIdentity | undefined {
  try {
    return parseIdentity(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Moves a stale lock away; if a faster starter replaced it meanwhile, puts that one's back. */
function discardStale(path: string, draft: string): void {
  const aside = `${draft}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved !== undefined && isAlive(moved)) linked(aside, path);
  rmSync(aside, { force: true });
}
