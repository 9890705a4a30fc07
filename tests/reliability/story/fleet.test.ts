// The credit story on two processes of each kind.
import { afterEach, describe, expect, it } from 'vitest';
import { expectOutcome } from '../../dialogues/story/outcome.ts';
import { playCreditStory } from '../../dialogues/story/whole.ts';
import { startServices, type TestServices } from '../../support/services/start-services.ts';
import { type FleetWorld, openFleetWorld } from '../../support/world/fleet-world.ts';

let services: TestServices;
let world: FleetWorld;

afterEach(async () => {
  await world.close();
  await services.stop();
}, 60_000);

describe.each(['polling', 'webhook'] as const)('two processes of each kind (%s)', (receives) => {
  it('tell the credit story to its end', async () => {
    services = await startServices();
    const servers = { mongodb: services.mongodbUri, redis: services.redisUrl };
    world = await openFleetWorld({ servers, receives });
    const { financialCentre, registrar } = await playCreditStory(world, { student: 'kk', staff: 'ru' });
    await expectOutcome(world);
    expect(await financialCentre.count('credit-staff:card.payout')).toBe(1);
    expect(await registrar.count('credit-staff:notice.recredit-granted')).toBe(1);
  }, 240_000);
});
