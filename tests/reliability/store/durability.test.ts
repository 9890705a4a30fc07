// Commands over a database that is killed again and again: what was answered stays, what is repeated counts once.
// The engine is this test's own; a server that MONGODB_URI names is not killed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok } from '../../../engine/kernel/result.ts';
import { change, create } from '../../../engine/store/command.ts';
import { command, ledgers, openWorld, together, type World } from '../../contract/store/world.ts';
import { isTimeUp, noteDown } from '../../support/run/campaign.ts';
import { countOf } from '../../support/run/counts.ts';
import { startServices, type TestServices } from '../../support/services/start-services.ts';

let services: TestServices;
let world: World;
beforeAll(async () => {
  services = await startServices();
  world = await openWorld(services.mongodbUri);
}, 60_000);
afterAll(async () => {
  await world.close();
  await services.stop();
}, 60_000);

const KILLS = countOf('engineKills');
const WRITERS = 4;

/** Repeats the command, as every caller does, until it has an answer. */
async function insist(id: string, cmd: string): Promise<number> {
  for (;;) {
    try {
      const result = await change(world.ctx, ledgers, id, command(cmd), (state) =>
        ok({
          action: 'entry added',
          set: { total: state.total + 1, entries: [...state.entries, cmd].slice(-500) },
          result: state.total + 1,
        }),
      );
      if (result.ok) return result.value;
    } catch {
      // The database is away or the race was lost: the same command again.
    }
  }
}

describe('commands under SIGKILL of the database', () => {
  it('are answered when they are journaled, which the embedded engine does under w: 1 only', () => {
    const { writeConcern } = world.ctx.db.getClient().options;
    expect(writeConcern).toMatchObject({ w: 1, journal: true });
  });

  it('lose nothing that was answered and apply nothing twice', async () => {
    const opened = { action: 'ledger opened', set: { total: 0, entries: [] }, result: null };
    await together(WRITERS, (n) => create(world.ctx, ledgers, `l${n}`, command('open'), opened));
    const answered = Array.from({ length: WRITERS }, () => 0);
    let writing = true;
    const writers = together(WRITERS, async (n) => {
      while (writing) {
        const result = await insist(`l${n}`, `cmd-${answered[n]}`);
        answered[n] = (answered[n] ?? 0) + 1;
        expect(result).toBe(answered[n]);
      }
    });
    for (let kill = 0; kill < KILLS && !isTimeUp(); kill += 1) {
      const before = Math.min(...answered);
      await expect
        .poll(() => Math.min(...answered), { timeout: 20_000, interval: 2 })
        .toBeGreaterThan(before + 10);
      const killed = performance.now();
      const answeredThen = Math.min(...answered);
      await services.mongodb.kill9();
      await expect
        .poll(() => Math.min(...answered), { timeout: 30_000, interval: 2 })
        .toBeGreaterThan(answeredThen + 1);
      noteDown([{ kind: 'engine under writes', recovery: performance.now() - killed }]);
    }
    writing = false;
    await writers;
    const found = await ledgers.on(world.ctx.db).find({}).sort({ _id: 1 }).lean();
    expect(found.map(({ total }) => total)).toEqual(answered);
    expect(found.map(({ entries }) => new Set(entries).size)).toEqual(
      found.map(({ entries }) => entries.length),
    );
  }, 600_000);
});
