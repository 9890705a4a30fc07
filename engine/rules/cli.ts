// `npm run -s rules -- …`: the rules from a terminal, on the files of this checkout. All it does is in commands/.
import { run } from './commands/run.ts';

const { code, lines, refusal } = await run(process.argv.slice(2));
if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
if (refusal !== undefined) process.stderr.write(`${refusal}\n`);
process.exitCode = code;
