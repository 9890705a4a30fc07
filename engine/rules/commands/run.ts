// The `rules` command without its process: words in, exit code and output out. Called by cli.ts and by tests.
import { AppError } from '../../kernel/errors.ts';
import { evaluationJson } from '../evaluation.ts';
import { loadRuleBook } from '../load.ts';
import { lint, type Report, test } from './check.ts';
import { explainCase } from './explain.ts';
import { type CommandOptions, readCase, readOptions, USAGE } from './options.ts';

export interface Ran {
  /** 0 done, 1 faults or failed cases, 2 a bad set, date, fact or word. */
  readonly code: 0 | 1 | 2;
  /** For standard output. */
  readonly lines: readonly string[];
  /** One line for standard error, where the code is 2. */
  readonly refusal?: string;
}

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

/** @throws only what is a bug */
export async function run(words: readonly string[]): Promise<Ran> {
  try {
    const options = readOptions(words);
    const { lines, sound } = await commandOf(options)(options);
    return { code: sound ? 0 : 1, lines };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: 2, lines: [], refusal: oneLine(error) };
  }
}

function commandOf({ command = '' }: CommandOptions) {
  const found = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (found === undefined) throw new AppError('invalid-input', USAGE);
  return found;
}

/** The message, and what the details add to it, on one line. */
function oneLine(error: AppError): string {
  const mends = error.details.flatMap(({ mend }) =>
    mend === undefined || error.message.includes(mend) ? [] : [mend],
  );
  const lines = [error.message, ...mends].join('; ').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' | ');
}
