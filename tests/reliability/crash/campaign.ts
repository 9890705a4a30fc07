// `npm run test:crash`: every crash test at its full length, then one table of all kills and the same as JSON.
// Fails where a test fails, where fewer processes were killed than promised, or one took too long to recover from.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { KillNote, Note, ViolationNote } from '../../support/crash/notes.ts';

const LEAST_KILLS = 500;
const LONGEST_RECOVERY = 30_000;
const root = fileURLToPath(new URL('../../..', import.meta.url));
const directory = `${root}.cache/crash`;
const notesFile = `${directory}/notes.jsonl`;
const resultFile = `${directory}/result.json`;
const tests = ['tests/reliability/crash', 'tests/reliability/story', 'tests/reliability/store/durability'];

interface Row {
  readonly kind: string;
  readonly kills: number;
  readonly median: number;
  readonly longest: number;
}

const rowOf = (kind: string, notes: readonly KillNote[]): Row => {
  const sorted = notes.map(({ recovery }) => Math.round(recovery)).sort((a, b) => a - b);
  return {
    kind,
    kills: sorted.length,
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    longest: sorted.at(-1) ?? 0,
  };
};

async function runTests(): Promise<number> {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const env = { ...process.env, LONG: '1', CRASH_NOTES: notesFile };
  const vitest = spawn(`${root}node_modules/.bin/vitest`, ['run', ...tests], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  const [code] = (await once(vitest, 'exit')) as [number | null];
  return code ?? 1;
}

const began = performance.now();
const code = await runTests();
const notes = (existsSync(notesFile) ? readFileSync(notesFile, 'utf8').trim().split('\n') : []).map(
  (line) => JSON.parse(line) as Note,
);
const kills = notes.filter((note): note is KillNote => 'recovery' in note);
const violations = notes.filter((note): note is ViolationNote => 'violation' in note);
const kinds = [...new Set(kills.map(({ kind }) => kind))].sort();
const rows = [
  ...kinds.map((kind) =>
    rowOf(
      kind,
      kills.filter((note) => note.kind === kind),
    ),
  ),
  rowOf('all', kills),
];
const line = (...cells: readonly (string | number)[]) =>
  console.info(
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(22) : String(cell).padStart(14))).join(''),
  );
line('what was killed', 'kills', 'median, ms', 'longest, ms');
for (const { kind, kills: count, median, longest } of rows) line(kind, count, median, longest);
const seconds = Math.round((performance.now() - began) / 1_000);
console.info(`violations: ${violations.length}; tests ${code === 0 ? 'passed' : 'FAILED'}; ${seconds} s`);
writeFileSync(resultFile, `${JSON.stringify({ seconds, passed: code === 0, rows, violations }, null, 2)}\n`);
console.info(`as JSON: ${resultFile}`);
const all = rows.at(-1);
const isEnough = (all?.kills ?? 0) >= LEAST_KILLS && (all?.longest ?? 0) < LONGEST_RECOVERY;
process.exit(code === 0 && violations.length === 0 && isEnough ? 0 : 1);
