// `npm run test:faults`: every fault test at its full length, then one table of all faults and the same as JSON.
// Fails where a test fails, where there were fewer faults of the network than promised, or one took too long.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FaultNote } from '../../support/faults/notes.ts';

const LEAST_FAULTS = 200;
const LONGEST_RECOVERY = { network: 30_000, rebuilt: 60_000 } as const;
const root = fileURLToPath(new URL('../../..', import.meta.url));
const directory = `${root}.cache/faults`;
const notesFile = `${directory}/notes.jsonl`;
const resultFile = `${directory}/result.json`;

async function runTests(): Promise<number> {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const env = { ...process.env, LONG: '1', FAULT_NOTES: notesFile };
  const vitest = spawn(`${root}node_modules/.bin/vitest`, ['run', 'tests/reliability/faults'], {
    ...{ cwd: root, env },
    stdio: 'inherit',
  });
  const [code] = (await once(vitest, 'exit')) as [number | null];
  return code ?? 1;
}

function rowOf(what: string, notes: readonly FaultNote[]) {
  const sorted = notes.map(({ recovery }) => Math.round(recovery)).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { what, faults: sorted.length, median, longest: sorted.at(-1) ?? 0 };
}

const began = performance.now();
const code = await runTests();
const lines = existsSync(notesFile) ? readFileSync(notesFile, 'utf8').trim().split('\n') : [];
const notes = lines.map((line) => JSON.parse(line) as FaultNote);
const whatOf = ({ end, kind }: FaultNote): string => `${end}: ${kind}`;
const network = notes.filter(({ rebuilds }) => !rebuilds);
const rows = [
  ...[...new Set(notes.map(whatOf))].sort().map((what) =>
    rowOf(
      what,
      notes.filter((note) => whatOf(note) === what),
    ),
  ),
  rowOf('the network, all', network),
];
const line = (...cells: readonly (string | number)[]) =>
  console.info(
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(76) : String(cell).padStart(12))).join(''),
  );
line('what was the matter', 'faults', 'median, ms', 'longest, ms');
for (const { what, faults, median, longest } of rows) line(what, faults, median, longest);
const seconds = Math.round((performance.now() - began) / 1_000);
console.info(`tests ${code === 0 ? 'passed: 0 violations' : 'FAILED'}; ${seconds} s`);
writeFileSync(resultFile, `${JSON.stringify({ seconds, passed: code === 0, rows }, null, 2)}\n`);
console.info(`as JSON: ${resultFile}`);
const tooLong = notes.filter(
  ({ recovery, rebuilds }) => recovery >= LONGEST_RECOVERY[rebuilds ? 'rebuilt' : 'network'],
);
process.exit(code === 0 && network.length >= LEAST_FAULTS && tooLong.length === 0 ? 0 : 1);
