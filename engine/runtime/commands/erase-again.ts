// After a restore: erases the people whom the ledger names and the backup has brought back.
import { replayErasures } from '../../programmes/erasure.ts';
import { programmes } from '../../programmes/registry.ts';
import type { ResolvedConfiguration } from '../configuration.ts';
import { openEngine } from '../engine.ts';
import type { LedgerEntry } from '../erasure-ledger.ts';

/** Tells nobody: whoever had to hear of it was told when it was done first. */
export async function eraseAgain(
  configuration: ResolvedConfiguration,
  entries: readonly LedgerEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const engine = await openEngine(configuration, () => undefined, programmes);
  try {
    await replayErasures(engine.ctx, entries);
  } finally {
    await engine.close();
  }
}
