// `npm run test:campaigns -- mutation` (or `mutation-money`): changes the code of an area in every small way that Stryker
// knows, and looks whether a test notices. Takes minutes; results of unchanged code and tests stay in .cache/mutation.
import { Stryker } from '@stryker-mutator/core';
import { noteDown } from '../support/run/campaign.ts';
import { startServices } from '../support/services/start-services.ts';
import { type Area, areas } from './areas.ts';
import { type Outcome, outcomeOf, tableOf } from './report.ts';

const wanted = process.argv.slice(2);
const chosen = areas.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (chosen.length < wanted.length)
  throw new RangeError(`areas are ${areas.map(({ name }) => name).join(', ')}, not ${wanted.join(', ')}`);

const services = await startServices();
process.env.MONGODB_URI = services.mongodbUri;
process.env.REDIS_URL = services.redisUrl;
try {
  const outcomes: Outcome[] = [];
  for (const area of chosen) outcomes.push(await mutate(area));
  console.log(tableOf(outcomes));
  for (const { area, mutants, unjustified } of outcomes)
    noteDown([
      { kind: `mutants of ${area}`, runs: mutants },
      ...unjustified.map(({ file, line, replacement }) => ({
        ...{ kind: `mutants of ${area}`, runs: 0 },
        violation: `${file}:${line} → ${replacement}`,
      })),
    ]);
  if (outcomes.some(({ enough, needless }) => !enough || needless.length > 0)) process.exitCode = 1;
} finally {
  await services.stop();
}

async function mutate(area: Area): Promise<Outcome> {
  process.env.MUTATION_TESTS = area.tests.join(' ');
  const stryker = new Stryker({
    mutate: [...area.mutate],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
    ignorePatterns: ['.cache', 'data', 'coverage'],
    tempDirName: '.cache/mutation/sandbox',
    incremental: true,
    incrementalFile: `.cache/mutation/${area.name}.json`,
    concurrency: 2,
    timeoutMS: 20_000,
    reporters: ['clear-text'],
    clearTextReporter: { logTests: false, reportTests: false, reportMutants: false, reportScoreTable: false },
    // Stryker would rewrite paths in it with a compiler interface that TypeScript 7 no longer has; nothing needs that.
    tsconfigFile: 'tests/mutation/none.json',
    allowConsoleColors: false,
  } as ConstructorParameters<typeof Stryker>[0]);
  return outcomeOf(area, await stryker.runMutationTest());
}
