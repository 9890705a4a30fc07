// `npm run backup -- <file>`: the whole database in one compressed, checksummed file, while Qadam runs or not.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeArchive } from '../../store/archive/write.ts';
import { haltProcessesOf } from '../halt-processes.ts';
import { type Act, Refusal, runCommand } from './command.ts';
import { keyCheckOf } from './key-check.ts';

const USAGE = 'usage: npm run -s backup -- <file that is not there yet>';

function read([file, ...rest]: readonly string[]): Act | Refusal {
  if (file === undefined || rest.length > 0 || file.startsWith('-')) return new Refusal(USAGE);
  const path = resolve(file);
  if (existsSync(path)) return new Refusal(`${path} is there already: a backup never replaces another.`);
  return async ({ ctx, configuration, print }) => {
    const { demo, dataDirectory } = configuration;
    const madeAt = ctx.clock.now().toISOString();
    const header = { format: 'qadam-backup-1' as const, madeAt, demo, keyCheck: keyCheckOf(ctx.sealer) };
    const { collections, documents } = await writeArchive(
      ctx.db,
      path,
      header,
      haltProcessesOf(dataDirectory),
    );
    print(`${path}: ${documents} documents of ${collections} collections, as of ${madeAt}`);
    print('To be kept besides, elsewhere, or the backup is of no use:');
    print(`  SECRET_KEY (${join(dataDirectory, 'secret-key')} where the environment does not set it)`);
    print(`  the ledger of erasures (${configuration.erasureLedger}), which a restore carries out again`);
    return 0;
  };
}

await runCommand(read(process.argv.slice(2)));
