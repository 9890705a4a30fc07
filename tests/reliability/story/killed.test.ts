// The credit story on two processes of each kind (on one in `npm test`), while they, the engine and Redis are killed again
// and again in the middle of it: it goes to its end, nothing is lost, nothing happens twice.
import { afterEach, expect, it } from 'vitest';
import { expectOutcome } from '../../story/credit/outcome.ts';
import { playCreditStory } from '../../story/credit/story.ts';
import { chanceOf } from '../../support/crash/random.ts';
import { type Strike, striker } from '../../support/crash/strikes.ts';
import { inCampaign, noteDown } from '../../support/run/campaign.ts';
import { countOf } from '../../support/run/counts.ts';
import { startServices, type TestServices } from '../../support/services/start-services.ts';
import { type FleetWorld, openFleetWorld } from '../../support/world/fleet-world.ts';
import { checkInvariants } from '../model/invariants/check.ts';

let services: TestServices;
let world: FleetWorld;

afterEach(async () => {
  await world.close();
  await services.stop();
}, 60_000);

/** What people do in the story, by and large. */
const ACTS = 120;

const stories = (
  [
    ['polling', 21],
    ['webhook', 22],
  ] as const
).slice(0, countOf('killedStories'));

it.each(stories)(
  'goes to its end with updates by %s (chance %i)',
  async (receives, seed) => {
    services = await startServices();
    const kills = countOf('storyKills');
    const strikes: Strike[] = [];
    /** From each strike to the next thing that somebody heard, and so could answer. */
    const recoveries: { kind: string; recovery: number }[] = [];
    let strike: ReturnType<typeof striker>;
    let acts = 0;
    const onAct = async () => {
      acts += 1;
      const now = performance.now();
      const since = strikes.slice(recoveries.length);
      recoveries.push(...since.map(({ victim, at }) => ({ kind: victim, recovery: now - at })));
      // Not awaited: the story goes on while the dead are replaced.
      if (acts % Math.floor(ACTS / kills) === 0) strikes.push(strike());
    };
    const servers = { mongodb: services.mongodbUri, redis: services.redisUrl };
    world = await openFleetWorld({ servers, receives, onAct, each: inCampaign ? 2 : 1 });
    strike = striker(world.fleet, services, chanceOf(seed));
    const { financialCentre, registrar } = await playCreditStory(world, { student: 'kk', staff: 'ru' });
    await Promise.all(strikes.map(({ replaced }) => replaced));
    expect(strikes.length).toBeGreaterThanOrEqual(kills - 1);
    // What a killed worker had begun to send is taken up when its lease has run out.
    const rest = () => checkInvariants(world.ctx.db, { atRest: true });
    await expect.poll(rest, { timeout: 60_000, interval: 500 }).toEqual([]);
    await expectOutcome(world);
    expect(await financialCentre.count('credit-staff:card.payout')).toBe(1);
    expect(await registrar.count('credit-staff:notice.recredit-granted')).toBe(1);
    noteDown(recoveries);
    if (inCampaign) expect(recoveries.filter(({ recovery }) => recovery >= 30_000)).toEqual([]);
  },
  600_000,
);
