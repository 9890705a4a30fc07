// Ends what outlived a launcher that was killed. Called at the next start, with the data directory's lock held.
// Must never end a process that merely got the number of an old one.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, parseIdentity } from './process-identity.ts';

/** Ends the processes that a killed launcher left behind; `directory` is the one of their identity files. */
export async function endOrphans(directory: string, graceMs: number): Promise<void> {
  const files = readdirSync(directory).filter((name) => name.endsWith('.pid'));
  await Promise.all(
    files.map(async (name) => {
      const file = join(directory, name);
      const orphan = parseIdentity(readFileSync(file, 'utf8'));
      if (orphan !== undefined) await endProcess(orphan, graceMs);
      rmSync(file, { force: true });
    }),
  );
}
