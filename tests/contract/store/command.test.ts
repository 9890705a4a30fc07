// The command's promises: one wish is applied once, in one write, whatever comes between.

import Type from 'typebox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ok, type Result, refused } from '../../../engine/kernel/result.ts';
import { type Change, change, create } from '../../../engine/store/command.ts';
import { event } from '../../../engine/store/event.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { command, type Ledger, ledgers, openWorld, together, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(emptyDatabase());
});
afterAll(() => world.close());

const blank: Change<Ledger, null> = { action: 'ledger opened', set: { total: 0, entries: [] }, result: null };
let id = '';
let count = 0;
beforeEach(async () => {
  count += 1;
  id = `ledger-${count}`;
  await create(world.ctx, ledgers, id, command('open'), blank);
});

const entryAdded = event('test.entry-added', Type.Object({ entry: Type.String() }));

const adding =
  (entry: string) =>
  (state: Ledger): Result<Change<Ledger, number>> =>
    ok({
      action: 'entry added',
      set: { total: state.total + 1, entries: [...state.entries, entry] },
      events: [entryAdded({ entry })],
      result: state.total + 1,
    });

const stored = async (): Promise<Ledger> => {
  const found = await ledgers.on(world.ctx.db).findById(id).lean();
  if (!found) throw new Error(`${id} is gone`);
  return found;
};

type Apply = (cmd: string) => Promise<unknown>;

/** The work grows with the square of it: each lost race reads the document again. */
const MANY = 80;

/** Many commands at once, each repeated by whoever lost its races. The same check judges right and wrong writers. */
async function losesNothing(apply: Apply): Promise<boolean> {
  const insist = async (cmd: string) => {
    for (let tries = 0; tries < 200; tries += 1) {
      try {
        return await apply(cmd);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'contended')) throw error;
      }
    }
    throw new Error(`${cmd} was never let through`);
  };
  await together(MANY, (n) => insist(`cmd-${n}`));
  const { total, entries } = await stored();
  return total === MANY && new Set(entries).size === MANY;
}

describe('many commands at once on one document', () => {
  it('are all applied, each once, with an unbroken line of versions', async () => {
    expect(await losesNothing((cmd) => change(world.ctx, ledgers, id, command(cmd), adding(cmd)))).toBe(true);
    const { v, audit, outbox } = await stored();
    expect(v).toBe(MANY + 1);
    expect(audit.seq).toBe(MANY + 1);
    expect(outbox.filter((item) => item.kind === 'event')).toHaveLength(MANY);
  }, 60_000);

  it('would be lost by a writer that reads and then writes without a version', async () => {
    const careless: Apply = async (cmd) => {
      const { total, entries } = await stored();
      await ledgers
        .on(world.ctx.db)
        .updateOne({ _id: id }, { $set: { total: total + 1, entries: [...entries, cmd] } });
    };
    expect(await losesNothing(careless)).toBe(false);
  }, 60_000);
});

describe('the same command again', () => {
  it('gives the stored result and has no second effect, also 20 times at once', async () => {
    const results = await together(20, () => change(world.ctx, ledgers, id, command('same'), adding('x')));
    expect(results).toEqual(results.map(() => ok(1)));
    const { total, v, outbox } = await stored();
    expect([total, v]).toEqual([1, 2]);
    expect(outbox.filter((item) => item.kind === 'event')).toHaveLength(1);
  });

  it('gives the stored result after a crash between write and answer, even where the decision would differ now', async () => {
    await change(world.ctx, ledgers, id, command('first'), adding('x'));
    await change(world.ctx, ledgers, id, command('second'), adding('y'));
    const refusing = () => refused('test.too-late');
    expect(await change(world.ctx, ledgers, id, command('first'), refusing)).toEqual(ok(1));
    expect(await change(world.ctx, ledgers, id, command('third'), refusing)).toEqual(
      refused('test.too-late'),
    );
    expect((await stored()).total).toBe(2);
  });

  it('creates a document once; another command under the same id learns that it exists', async () => {
    const made = await together(20, (n) =>
      create(world.ctx, ledgers, `${id}-new`, command(n < 10 ? 'mine' : `other-${n}`), {
        ...blank,
        result: n,
      }),
    );
    const winners = new Set(made.flatMap((each) => (each.created ? [each.result] : [])));
    expect(winners.size).toBe(1);
  });
});

describe('a change', () => {
  it('that is not of the declared shape is refused before it is written', async () => {
    const wrong = () => ok({ action: 'spoilt', set: { total: 'many' as never }, result: null });
    await expect(change(world.ctx, ledgers, id, command('wrong'), wrong)).rejects.toThrow(TypeError);
    expect((await stored()).v).toBe(1);
  });

  it('of a document that does not exist is not found', async () => {
    const lost = change(world.ctx, ledgers, 'nowhere', command('lost'), adding('x'));
    await expect(lost).rejects.toMatchObject({ code: 'not-found' });
  });

  it('names its document to the relay once it is written, and a refused one does not', async () => {
    const before = world.nudges.length;
    await change(world.ctx, ledgers, id, command('refused'), () => refused('test.no'));
    await change(world.ctx, ledgers, id, command('done'), adding('x'));
    expect(world.nudges.slice(before)).toEqual([{ owner: ledgers.name, id }]);
  });
});
