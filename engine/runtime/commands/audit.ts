// `npm run audit -- verify [--since YYYY-MM-DD] [--key <public key>]`: the whole audit trail against its documents and
// checkpoints. `-- checkpoint` takes those that are due, `-- key` prints the public key, `-- export` prints everything
// that an outsider needs to check the checkpoints: JSON lines, the key first.
import { parseArgs } from 'node:util';
import { isLocalDate } from '../../kernel/calendar.ts';
import { checkpointParts, checkpoints, takeDueCheckpoints } from '../../store/audit-checkpoints.ts';
import { verifyAudit } from '../../store/audit-verify.ts';
import { type Act, type CommandScene, type ExitCode, Refusal, runCommand } from './command.ts';

const USAGE =
  'usage: npm run -s audit -- verify [--since YYYY-MM-DD] [--key <public key>] | checkpoint | key | export';

interface Options {
  readonly since?: string | undefined;
  readonly key?: string | undefined;
}

const acts = { verify, checkpoint, key, export: exportAll };

function read(args: readonly string[]): Act | Refusal {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { since: { type: 'string' }, key: { type: 'string' } },
    });
    const [name = '', ...rest] = positionals;
    const act = Object.hasOwn(acts, name) ? acts[name as keyof typeof acts] : undefined;
    if (!act || rest.length > 0) return new Refusal(USAGE);
    if (values.since !== undefined && !isLocalDate(values.since))
      return new Refusal(`--since ${values.since} is not a day, as in --since 2026-03-02`);
    return (scene) => act(scene, values);
  } catch (error) {
    return new Refusal(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

async function verify({ ctx, print }: CommandScene, { since, key: given }: Options): Promise<ExitCode> {
  const options = { ...(since && { since }), ...(given && { key: given }) };
  const { documents, records, checkpoints: taken, faults } = await verifyAudit(ctx, options);
  for (const { fault, document, record, hint } of faults)
    print(`${fault}  ${document}${record ? `  ${record}` : ''}\n    ${hint}`);
  const looked = `${documents} documents, ${records} records, ${taken} checkpoints`;
  print(faults.length === 0 ? `whole: ${looked}` : `${faults.length} faults in ${looked}`);
  return faults.length === 0 ? 0 : 1;
}

async function checkpoint({ ctx, print }: CommandScene): Promise<ExitCode> {
  const days = await takeDueCheckpoints(ctx);
  print(days.length === 0 ? 'nothing was due' : `taken: ${days.join(', ')}`);
  return 0;
}

async function key({ ctx, print }: CommandScene): Promise<ExitCode> {
  print(ctx.sealer.checkpoints.publicKey);
  return 0;
}

async function exportAll({ ctx, print }: CommandScene): Promise<ExitCode> {
  print(JSON.stringify({ kind: 'key', algorithm: 'Ed25519', key: ctx.sealer.checkpoints.publicKey }));
  for await (const { _id, ...rest } of checkpoints.on(ctx.db).find({}).sort({ _id: 1 }).lean().cursor())
    print(JSON.stringify({ kind: 'checkpoint', day: _id, ...rest }));
  for await (const { _id, heads } of checkpointParts.on(ctx.db).find({}).sort({ _id: 1 }).lean().cursor())
    print(JSON.stringify({ kind: 'part', id: _id, heads }));
  return 0;
}

await runCommand(read(process.argv.slice(2)));
