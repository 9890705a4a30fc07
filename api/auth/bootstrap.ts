// The first key: an operator's, made at the first start and left in the data directory for whoever runs the server.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiKeys, operatorGrants } from '../../engine/access/store.ts';
import { systemActor } from '../../engine/kernel/actor.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import { hashOfKey, newKey, storeKey } from './keys.ts';

/**
 * Makes `admin-key` where there is neither a file nor any key yet; takes an existing file's key into an empty
 * database. Whoever deletes the file keeps it deleted.
 */
export async function bootstrapKey(ctx: StoreContext, dataDirectory: string): Promise<void> {
  const file = join(dataDirectory, 'admin-key');
  if (!existsSync(file)) {
    if ((await apiKeys.on(ctx.db).estimatedDocumentCount()) > 0) return;
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${newKey()}\n`, { mode: 0o600, flag: 'wx', flush: true });
  }
  const hash = hashOfKey(readFileSync(file, 'utf8').trim());
  const id = `bootstrap-${hash.slice(0, 12)}`;
  await storeKey(ctx, { id: `bootstrap/${id}`, actor: systemActor }, id, hash, {
    name: 'First operator key',
    grants: operatorGrants,
    expiresAt: null,
  });
}
