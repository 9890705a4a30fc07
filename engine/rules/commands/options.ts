// Reads the words of the `rules` command and the fact file it names. Every refusal is an AppError with one line to show.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { LocalDate } from '../../kernel/calendar.ts';
import { AppError } from '../../kernel/errors.ts';

export const USAGE =
  'usage: npm run -s rules -- evaluate|explain <set> --on YYYY-MM-DD --facts facts.json | lint | test [<set>]';

export interface CommandOptions {
  readonly command: string | undefined;
  readonly set: string | undefined;
  readonly on: LocalDate | undefined;
  readonly facts: string | undefined;
  readonly language: string | undefined;
  /** Folder of the rule files. */
  readonly rules: string;
}

export interface Case {
  readonly set: string;
  readonly on: LocalDate;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** @throws AppError `invalid-input` */
export function readOptions(words: readonly string[]): CommandOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        on: { type: 'string' },
        facts: { type: 'string' },
        language: { type: 'string' },
        rules: { type: 'string', default: 'rules' },
      },
    });
    const [command, set, ...rest] = positionals;
    if (rest.length > 0) throw new Error(`unexpected ${rest.join(' ')}`);
    return {
      command,
      set,
      on: values.on,
      facts: values.facts,
      language: values.language,
      rules: values.rules,
    };
  } catch (cause) {
    throw new AppError('invalid-input', `${messageOf(cause)}; ${USAGE}`, [], cause);
  }
}

/** The set, date and facts of `evaluate` and `explain`. @throws AppError `invalid-input` */
export function readCase({ set, on, facts }: CommandOptions): Case {
  return { set: given(set, '<set>'), on: given(on, '--on'), facts: readFacts(given(facts, '--facts')) };
}

function readFacts(path: string): Readonly<Record<string, unknown>> {
  const content = parseFile(path);
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) return { ...content };
  throw new AppError('invalid-input', `${path}: give one flat JSON object keyed by fact name`);
}

function parseFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new AppError('invalid-input', `${path}: ${messageOf(cause)}`, [], cause);
  }
}

function given(value: string | undefined, name: string): string {
  if (value !== undefined) return value;
  throw new AppError('invalid-input', `${name} is missing; ${USAGE}`);
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
