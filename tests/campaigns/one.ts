// One campaign: its tests in a process of their own, at full count and with a new seed, and what they noted down.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Note } from '../support/run/campaign.ts';
import type { Row } from './table.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Wanted {
  readonly name: string;
  /** What Node runs: the tests' runner, or Stryker. */
  readonly arguments: readonly string[];
  readonly seed: number;
  /** Milliseconds that it may take; null for as long as it likes. */
  readonly limit: number | null;
}

export interface Campaigned {
  readonly row: Row;
  readonly notes: readonly Note[];
}

export async function runOne({ name, arguments: given, seed, limit }: Wanted): Promise<Campaigned> {
  const directory = mkdtempSync(join(tmpdir(), 'qadam-campaign-'));
  const [notesFile, summaryFile] = [join(directory, 'notes.jsonl'), join(directory, 'summary')];
  const began = performance.now();
  const env = {
    ...process.env,
    ...{ CAMPAIGN: '1', SEED: String(seed), CAMPAIGN_NOTES: notesFile, TEST_SUMMARY: summaryFile },
    ...(limit !== null && { CAMPAIGN_UNTIL: String(performance.timeOrigin + began + limit) }),
  };
  const child = spawn(process.execPath, given, { cwd: root, env, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  const notes = read(notesFile)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Note);
  const [, passed = '0', failed = '0'] = /^(\d+) passed, (\d+) failed/.exec(read(summaryFile)) ?? [];
  rmSync(directory, { recursive: true, force: true });
  const counted = notes.reduce((sum, { runs = 1 }) => sum + runs, 0);
  const violations = notes.filter(({ violation }) => violation !== undefined).length + Number(failed);
  const row = {
    ...{ name, seed, violations },
    runs: counted > 0 ? counted : Number(passed) + Number(failed),
    seconds: Math.round((performance.now() - began) / 1_000),
    outcome: code === 0 ? 'passed' : 'FAILED',
  };
  return { row, notes };
}

const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
