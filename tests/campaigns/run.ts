// `npm run test:campaigns -- [name…] [--minutes N]`: everything at its full count, one campaign after the other, then one
// table of all and the same as JSON. With a limit each has its share of what is left; one that cannot do with it is not begun.
// SEED=<number> plays the random parts again.
import { randomInt } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { areas } from '../mutation/areas.ts';
import { type Campaign, campaigns, MUTATION_LEAST } from './campaigns.ts';
import { type Campaigned, runOne } from './one.ts';
import { type Row, recoveriesIn, recoveryTable, tableOf } from './table.ts';

const RESULT = '.cache/campaigns.json';
const VITEST = 'node_modules/vitest/vitest.mjs';

interface Part extends Pick<Campaign, 'name' | 'least'> {
  readonly arguments: readonly string[];
}

const parts: readonly Part[] = [
  ...campaigns.map(({ name, tests, least }) => ({ name, least, arguments: [VITEST, 'run', ...tests] })),
  ...areas.map(({ name }) => ({
    name: `mutation-${name}`,
    least: MUTATION_LEAST,
    arguments: ['--import', 'tsx', 'tests/mutation/run.ts', name],
  })),
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string' } },
});
const chosen = parts.filter(
  ({ name }) =>
    positionals.length === 0 || positionals.some((each) => name.split('-')[0] === each || name === each),
);
const unknown = positionals.filter(
  (each) => !parts.some(({ name }) => name === each || name.split('-')[0] === each),
);
if (unknown.length > 0) {
  console.error(`campaigns are ${parts.map(({ name }) => name).join(', ')}, not ${unknown.join(', ')}`);
  process.exit(2);
}

const until = values.minutes === undefined ? null : performance.now() + Number(values.minutes) * 60_000;
const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
process.env.BROWSER ??= '1';

const done: Campaigned[] = [];
for (const [index, part] of chosen.entries()) {
  const left = until === null ? null : until - performance.now();
  console.info(`\n=== ${part.name}, seed ${seed}`);
  done.push(
    left !== null && left < part.least * 1_000
      ? { row: notBegun(part), notes: [] }
      : await runOne({ ...part, seed, limit: left === null ? null : left / (chosen.length - index) }),
  );
}

function notBegun({ name, least }: Part): Row {
  return { name, runs: 0, violations: 0, seed, seconds: 0, outcome: `not begun: needs ${least} s` };
}

const rows = done.map(({ row }) => row);
const recoveries = recoveriesIn(done.flatMap(({ notes }) => notes));
if (recoveries.length > 0) console.info(`\n${recoveryTable(recoveries)}`);
console.info(`\n${tableOf(rows)}`);
mkdirSync('.cache', { recursive: true });
writeFileSync(RESULT, `${JSON.stringify({ rows, recoveries }, null, 2)}\n`);
console.info(JSON.stringify({ campaigns: rows }));
if (rows.some(({ outcome, violations }) => outcome === 'FAILED' || violations > 0)) process.exitCode = 1;
