// Reads the rule files of a directory, as they are. What stands in them is judged by the checks, not here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../kernel/errors.ts';

export type SourceKind = 'facts' | 'parameters' | 'set';

/** One rule document: a file of the shipped edition, or a draft of an operator. */
export interface RuleSource {
  readonly file: string;
  readonly programme: string;
  readonly kind: SourceKind;
  readonly content: unknown;
  /** Why `content` could not be read, where it could not. */
  readonly unreadable?: string;
}

/** `credit.completion` lies in `credit/completion.json`. */
export const fileOfSet = (id: string): string => `${id.replace('.', '/')}.json`;

const SCHEMA_FOLDER = 'schema';

/** @throws AppError `configuration` when the directory cannot be read */
export function readSources(directory: string): readonly RuleSource[] {
  return programmesIn(directory).flatMap((programme) =>
    filesIn(directory, programme, '.json').map((name) => readSource(directory, programme, name)),
  );
}

/** Folders below the rules directory, one per programme. */
export function programmesIn(directory: string): readonly string[] {
  try {
    const entries = readdirSync(directory, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && entry.name !== SCHEMA_FOLDER)
      .map(({ name }) => name)
      .sort();
  } catch (cause) {
    throw new AppError('configuration', `cannot read the rules directory ${directory}`, [], cause);
  }
}

export const filesIn = (directory: string, programme: string, ending: string): readonly string[] =>
  readdirSync(join(directory, programme))
    .filter((name) => name.endsWith(ending))
    .sort();

function readSource(directory: string, programme: string, name: string): RuleSource {
  const source = { file: `${programme}/${name}`, programme, kind: kindOfFile(name) };
  try {
    return { ...source, content: JSON.parse(readFileSync(join(directory, programme, name), 'utf8')) };
  } catch (cause) {
    return { ...source, content: null, unreadable: cause instanceof Error ? cause.message : String(cause) };
  }
}

function kindOfFile(name: string): SourceKind {
  if (name === 'facts.json') return 'facts';
  return name === 'params.json' ? 'parameters' : 'set';
}
