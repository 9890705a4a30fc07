// The `rules` command without its process: words in, exit code and output out. Called by cli.ts and by tests.
import { AppError } from '../../kernel/errors.ts';
import type { RuleBook } from '../book.ts';
import { ruleBookFrom } from '../load.ts';
import { lint, test } from './check.ts';
import { diff } from './diff.ts';
import { evaluateFacts } from './evaluate.ts';
import { explainCase } from './explain.ts';
import { exportRules } from './export.ts';
import { importRules } from './import.ts';
import { type CommandOptions, readCase, readOptions, required, USAGE } from './options.ts';
import type { Report } from './report.ts';
import { rerunFile } from './rerun.ts';
import { simulateDraft, simulateFile } from './simulate.ts';
import { readRules } from './where.ts';

export interface Ran {
  /** 0 done, 1 faults, failed cases or differences, 2 a bad set, date, fact or word. */
  readonly code: 0 | 1 | 2;
  /** For standard output. */
  readonly lines: readonly string[];
  /** One line for standard error, where the code is 2. */
  readonly refusal?: string;
}

const bookOf = async ({ rules }: CommandOptions): Promise<RuleBook> =>
  ruleBookFrom((await readRules(rules)).sources);

const commands: Readonly<Record<string, (options: CommandOptions) => Promise<Report>>> = {
  evaluate: async (options) => evaluateFacts(await bookOf(options), options),
  explain: async (options) => explainCase(await bookOf(options), readCase(options), options.language),
  lint: ({ rules }) => lint(rules),
  test: ({ rules, words: [set] }) => test(rules, set),
  diff: ({ words: [before, after], language }) =>
    diff(required(before, '<before>'), required(after, '<after>'), language),
  export: ({ rules, words: [folder] }) => exportRules(rules, required(folder, '<folder>')),
  import: ({ rules, words: [from], from: day, reason }) =>
    importRules({ from: required(from, '<folder, file or address>'), into: rules, day, reason }),
  rerun: async (options) => rerunFile(await bookOf(options), required(options.words[0], '<receipt.json>')),
  simulate: ({ words: [name], on, people, draft, against, rules }) => {
    const set = required(name, '<set>');
    if (draft !== undefined) return simulateDraft({ set, draft, address: rules }, showProgress);
    const sides = { from: rules, to: required(against, '--against') };
    return simulateFile({ set, on: required(on, '--on'), people: required(people, '--people'), ...sides });
  },
};

/** Beside the answer: what a program reads stays clean. */
const showProgress = (judged: number): void => void process.stderr.write(`${judged} judged\n`);

/** @throws only what is a bug */
export async function run(words: readonly string[]): Promise<Ran> {
  try {
    const options = readOptions(words);
    const { lines, json, sound } = await commandOf(options)(options);
    return { code: sound ? 0 : 1, lines: options.json ? [JSON.stringify(json)] : lines };
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
  const hints = error.details.flatMap(({ hint }) =>
    hint === undefined || error.message.includes(hint) ? [] : [hint],
  );
  const lines = [error.message, ...hints].join('; ').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' | ');
}
