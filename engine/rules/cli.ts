// `npm run -s rules -- …`: the rules from a terminal, on the files of this checkout.
// Exit codes: 0 done, 1 faults or failed cases, 2 a bad set, date, fact or word, told in one line on standard error.
import { AppError } from '../kernel/errors.ts';
import { lint, type Report, test } from './commands/check.ts';
import { explainCase } from './commands/explain.ts';
import { type CommandOptions, readCase, readOptions, USAGE } from './commands/options.ts';
import { evaluationJson } from './evaluation.ts';
import { loadRuleBook } from './load.ts';

const done = (lines: readonly string[]): Report => ({ lines, sound: true });

const commands: Readonly<Record<string, (options: CommandOptions) => Promise<Report>>> = {
  evaluate: async (options) => {
    const { set, on, facts } = readCase(options);
    const evaluation = await loadRuleBook(options.rules).evaluate(set, on, facts);
    return done([JSON.stringify(evaluationJson(evaluation))]);
  },
  explain: async (options) =>
    done(await explainCase(loadRuleBook(options.rules), readCase(options), options.language)),
  lint: async (options) => lint(options.rules),
  test: async (options) => test(options.rules, options.set),
};

async function run(words: readonly string[]): Promise<number> {
  const options = readOptions(words);
  const command =
    options.command !== undefined && Object.hasOwn(commands, options.command)
      ? commands[options.command]
      : undefined;
  if (command === undefined) throw new AppError('invalid-input', USAGE);
  const { lines, sound } = await command(options);
  process.stdout.write(`${lines.join('\n')}\n`);
  return sound ? 0 : 1;
}

/** The message, and what the details add to it, on one line. */
function oneLine(error: AppError): string {
  const mends = error.details.flatMap(({ mend }) =>
    mend === undefined || error.message.includes(mend) ? [] : [mend],
  );
  return [error.message, ...mends].join('; ').replaceAll(/\s*\n\s*/g, ' | ');
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${oneLine(error)}\n`);
  process.exitCode = 2;
}
