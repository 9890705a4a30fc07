// Tells whether a backup was written under the SECRET_KEY that is in force, without telling the key.
import type { Sealer } from '../../kernel/sealing.ts';

export const keyCheckOf = (sealer: Sealer): string => sealer.hash('the key of a backup').slice(0, 16);
