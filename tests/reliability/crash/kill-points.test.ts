// A process is killed before and after each of its writes; the next one plays the same from the beginning, with the same
// commands, and must leave what an undisturbed run leaves: money, hours, seats, notices once, the audit whole.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { journaled } from '../../../engine/runtime/embedded/mongodb.ts';
import { chainsOf, namesOf } from '../../support/credit/crash/scenario/chains.ts';
import { type Chain, openRuns, type Recorded, type Runs } from '../../support/credit/crash/scenario/runs.ts';
import { inCampaign, isTimeUp, noteDown } from '../../support/run/campaign.ts';
import { countOf } from '../../support/run/counts.ts';
import { startServices, type TestServices } from '../../support/services/start-services.ts';

const LENGTH = 8;
const CONCURRENCY = 2;

let services: TestServices;
let runs: Runs;
let recorded: Recorded;
beforeAll(async () => {
  services = await startServices();
  runs = await openRuns((database) => journaled(services.mongodbUri, database));
  recorded = await runs.record();
}, 120_000);
afterAll(async () => {
  runs.remove();
  await services.stop();
}, 60_000);

/** Some of them, spread over all, where not all are wanted. */
function some(names: readonly string[], count: number, offset: number): readonly string[] {
  const step = Math.max(1, names.length / count);
  return names.filter((_, position) => Math.floor((position + offset) % step) === 0);
}

async function killAll(chains: readonly (readonly string[])[]): Promise<readonly Chain[]> {
  const left = [...chains];
  const done: Chain[] = [];
  const work = async () => {
    for (let next = left.shift(); next && !isTimeUp(); next = left.shift()) {
      const chain = await runs.killInTurn(next, recorded.left);
      noteDown(chain.kills.filter(({ died }) => died).map(noteOf));
      noteDown(chain.violations.map((violation) => ({ kind: next.join(', '), violation })));
      done.push(chain);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return done;
}

const noteOf = ({ point, recovery }: { point: string; recovery: number }) => ({
  kind: `${point.split(' ')[0]} a write`,
  recovery,
});

it('goes on after a kill at any named point, and leaves the same', async () => {
  const all = namesOf(recorded.points);
  expect(all.length).toBeGreaterThan(100);
  for (let round = 0; round < countOf('killPointRounds') && !isTimeUp(); round += 1) {
    const names = some(all, countOf('killPoints'), round);
    const done = await killAll(chainsOf(names, LENGTH + round));
    const missed = done.flatMap(({ kills }) => kills.filter(({ died }) => !died).map(({ point }) => [point]));
    // What an earlier kill of its chain had left nothing of: by itself it is reached.
    const alone = await killAll(missed);
    const chains = [...done, ...alone];
    expect(chains.flatMap(({ violations }) => violations)).toEqual([]);
    expect(alone.flatMap(({ kills }) => kills).filter(({ died }) => !died)).toEqual([]);
    const kills = chains.flatMap((chain) => chain.kills).filter(({ died }) => died);
    if (!isTimeUp()) expect(kills).toHaveLength(names.length);
    if (inCampaign) expect(Math.max(...kills.map(({ recovery }) => recovery))).toBeLessThan(30_000);
  }
}, 1_800_000);
