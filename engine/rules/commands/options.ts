// Reads the words of the `rules` command and the fact file it names. Every refusal is an AppError with one line to show.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { LocalDate } from '../../kernel/calendar.ts';
import { AppError } from '../../kernel/errors.ts';

export const USAGE =
  'usage: npm run -s rules -- evaluate|explain <set> --on YYYY-MM-DD --facts facts.json (evaluate: or many.jsonl, or - for JSON lines on standard input) | lint | test [<set>]' +
  ' | diff <before> <after> | simulate <set> --on YYYY-MM-DD --people people.json --against <rules>' +
  ' | simulate <set> --draft <id> --rules <address> | rerun <receipt.json>' +
  ' | export <folder> | import <folder, exported file or address> [--from YYYY-MM-DD] [--reason <words>];' +
  ' each with --rules <folder or address>, --language kk|ru|en, --json';

export interface CommandOptions {
  readonly command: string | undefined;
  /** What follows the command: a set, or what is compared. */
  readonly words: readonly string[];
  readonly on: LocalDate | undefined;
  readonly facts: string | undefined;
  readonly people: string | undefined;
  readonly draft: string | undefined;
  readonly against: string | undefined;
  readonly language: string | undefined;
  /** Of drafts that are imported. */
  readonly from: string | undefined;
  readonly reason: string | undefined;
  readonly json: boolean;
  /** Folder of the rule files, or the address of a running system. */
  readonly rules: string;
}

export interface Case {
  readonly set: string;
  readonly on: LocalDate;
  readonly facts: Readonly<Record<string, unknown>>;
}

const NONE = {
  ...{ on: undefined, facts: undefined, people: undefined, draft: undefined, against: undefined },
  ...{ language: undefined, from: undefined, reason: undefined },
};

/** Words that may follow each command. */
const ROOM: Readonly<Record<string, number>> = { lint: 0, diff: 2 };

const text = { type: 'string' } as const;

/** @throws AppError `invalid-input` */
export function readOptions(words: readonly string[]): CommandOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...{ on: text, facts: text, people: text, draft: text, against: text, language: text },
        ...{ from: text, reason: text },
        ...{ rules: { ...text, default: 'rules' }, json: { type: 'boolean', default: false } },
      },
    });
    const [command, ...rest] = positionals;
    const extra = rest.slice(ROOM[command ?? ''] ?? 1);
    if (extra.length > 0) throw new Error(`unexpected ${extra.join(' ')}`);
    return { command, words: rest, ...NONE, ...values };
  } catch (cause) {
    throw new AppError('invalid-input', `${messageOf(cause)}; ${USAGE}`, [], cause);
  }
}

/** The set, date and facts of `evaluate` and `explain`. @throws AppError `invalid-input` */
export function readCase({ words: [set], on, facts }: CommandOptions): Case {
  return {
    set: required(set, '<set>'),
    on: required(on, '--on'),
    facts: readFacts(required(facts, '--facts')),
  };
}

function readFacts(path: string): Readonly<Record<string, unknown>> {
  const content = parseFile(path);
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) return { ...content };
  throw new AppError('invalid-input', `${path}: give one flat JSON object keyed by fact name`);
}

/** The JSON of a file. @throws AppError `invalid-input` with its path */
export function parseFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new AppError('invalid-input', `${path}: ${messageOf(cause)}`, [], cause);
  }
}

/** @throws AppError `invalid-input` when it is not given */
export function required(value: string | undefined, name: string): string {
  if (value !== undefined) return value;
  throw new AppError('invalid-input', `${name} is missing; ${USAGE}`);
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
