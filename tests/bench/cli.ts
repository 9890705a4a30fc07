// `npm run bench`: lists the benchmarks; `npm run bench -- <name> [--rounds 5] [--scale 1] [--minutes 10] [--json file]` runs one.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benches } from './benches.ts';
import { json, table } from './harness/report.ts';
import { openServices } from './harness/services.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    scale: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '10' },
    json: { type: 'string' },
  },
});
const [name] = positionals;
const bench = benches.find((each) => each.name === name);

if (bench) await run(bench);
else list();

function list(): void {
  const width = Math.max(...benches.map((each) => each.name.length));
  const lines = benches.map((each) => `  ${each.name.padEnd(width)}  ${each.what}`);
  console.log(
    ['npm run bench -- <name> [--rounds 5] [--scale 1] [--minutes 10] [--json file]', ...lines].join('\n'),
  );
  if (name === undefined) return;
  console.error(`There is no benchmark ${name}.`);
  process.exitCode = 2;
}

async function run(chosen: (typeof benches)[number]): Promise<void> {
  const services = await openServices();
  try {
    const report = await chosen.run(services, {
      rounds: counted('rounds'),
      scale: counted('scale'),
      minutes: counted('minutes'),
    });
    console.log(table(report));
    if (values.json !== undefined) writeFileSync(values.json, `${json(report)}\n`);
  } finally {
    await services.stop();
  }
}

function counted(option: 'rounds' | 'scale' | 'minutes'): number {
  const value = Number(values[option]);
  if (value > 0) return value;
  throw new RangeError(`--${option} ${values[option]}: give a number above 0`);
}
