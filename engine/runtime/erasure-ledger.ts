// Who was erased, in a file outside the database: a backup brings people back who were erased after it was made, and a
// restore erases them again by this file. Ids and hashes only. The worker adds to it before an erasure counts as done.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { ConfigurationError } from './configuration-error.ts';

const erasure = Type.Object({
  person: Type.String({ minLength: 1 }),
  /** ISO 8601. */
  at: Type.String(),
  by: Type.String(),
  iinHash: Type.Union([Type.Null(), Type.String()]),
});
export type LedgerEntry = Static<typeof erasure>;

/** Adds entries; they are on the disk when it resolves. An entry that is there twice does no harm. */
export async function appendErasures(file: string, entries: readonly LedgerEntry[]): Promise<void> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  try {
    for (const { person, at, by, iinHash } of entries)
      await handle.appendFile(`${JSON.stringify({ person, at, by, iinHash })}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * @returns the entries, oldest first, each person once; none where there is no such file. A last line that was cut off
 * belongs to an erasure that had not finished.
 * @throws ConfigurationError naming a line that cannot be read
 */
export function readErasures(file: string): readonly LedgerEntry[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  const cutOff = lines.pop() ?? '';
  const entries = lines.filter((line) => line.trim() !== '').map((line, index) => entryOf(line, file, index));
  const last = cutOff === '' ? [] : entryIn(cutOff);
  return [...new Map([...entries, ...last].map((each) => [each.person, each])).values()];
}

function entryOf(line: string, file: string, index: number): LedgerEntry {
  const [entry] = entryIn(line);
  if (entry) return entry;
  throw new ConfigurationError(
    `${file}: line ${index + 1} cannot be read. Hint it from a copy: whoever stands in it is to stay erased.`,
  );
}

function entryIn(line: string): LedgerEntry[] {
  try {
    return [Value.Parse(erasure, JSON.parse(line))];
  } catch {
    return [];
  }
}
