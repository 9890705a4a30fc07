// `npm run restore -- <file> [--replace] [--erasures <file>]…`: puts a backup back, erases again who was erased since it
// was made, and verifies the audit trail. The file is read to its end and checked before anything is written.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Checked, checkArchive, filledCollections, loadArchive } from '../../store/archive/load.ts';
import { verifyAudit } from '../../store/audit-verify.ts';
import { appendErasures, readErasures } from '../erasure-ledger.ts';
import { type CommandScene, type ExitCode, Refusal, runCommand } from './command.ts';
import { eraseAgain } from './erase-again.ts';
import { keyCheckOf } from './key-check.ts';

const USAGE =
  'usage: npm run -s restore -- <backup> [--replace] [--erasures <another ledger>]…   (--replace: what is there is lost)';

interface Wish {
  readonly file: string;
  readonly replace: boolean;
  readonly ledgers: readonly string[];
}

async function restore(scene: CommandScene, wish: Wish, { header, documents }: Checked): Promise<ExitCode> {
  const { ctx, configuration, say, print } = scene;
  const { demo, erasureLedger } = configuration;
  if (scene.running) throw new Refusal('Qadam runs on this data. Stop it first, and then restore.');
  if (header.keyCheck !== keyCheckOf(ctx.sealer))
    throw new Refusal(
      'The backup was made under another SECRET_KEY. Set SECRET_KEY to that one, or put it into the file secret-key of DATA_DIR: without it nobody is recognised and nothing sealed can be read.',
    );
  if (header.demo !== demo)
    throw new Refusal(
      `The backup holds ${header.demo ? 'a demo' : 'real data'}: set DEMO=${header.demo ? 1 : 0}.`,
    );
  const filled = await filledCollections(ctx.db);
  if (filled.length > 0 && !wish.replace)
    throw new Refusal(
      `The database is not empty (${filled.slice(0, 5).join(', ')}). Name an empty one, or add --replace: what is there is then lost.`,
    );
  const erasures = [erasureLedger, ...wish.ledgers].flatMap(readErasures);
  say(`Restoring ${documents} documents as of ${header.madeAt} …`);
  if (wish.replace) await ctx.db.dropDatabase();
  await loadArchive(ctx.db, wish.file);
  await eraseAgain(configuration, erasures);
  if (wish.ledgers.length > 0) await appendErasures(erasureLedger, erasures);
  const { faults, records } = await verifyAudit(ctx);
  print(`restored: ${documents} documents as of ${header.madeAt}; ${erasures.length} people erased again`);
  if (faults.length === 0) print(`audit: whole, ${records} records`);
  for (const { fault, document } of faults) print(`audit: ${fault} ${document}`);
  return faults.length === 0 ? 0 : 1;
}

function read(args: readonly string[]): Wish | Refusal {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        replace: { type: 'boolean', default: false },
        erasures: { type: 'string', multiple: true, default: [] },
      },
    });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return new Refusal(USAGE);
    const missing = values.erasures.find((each) => !existsSync(each));
    if (missing !== undefined) return new Refusal(`--erasures ${missing}: there is no such file`);
    return {
      file: resolve(file),
      replace: values.replace,
      ledgers: values.erasures.map((each) => resolve(each)),
    };
  } catch (error) {
    return new Refusal(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

const wish = read(process.argv.slice(2));
if (wish instanceof Refusal) await runCommand(wish);
else {
  const checked = await checkArchive(wish.file).catch((error: Error) => new Refusal(error.message));
  if (checked instanceof Refusal) await runCommand(checked);
  else {
    // A new data directory is a demo or not, as the backup was.
    const demo = process.env.DEMO ?? (checked.header.demo ? '1' : '0');
    await runCommand((scene) => restore(scene, wish, checked), { ...process.env, DEMO: demo });
  }
}
