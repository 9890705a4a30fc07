// The verifier of the audit trail: silent while all is whole, and naming what was done to it whatever that is.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../../engine/kernel/clock.ts';
import { ok } from '../../../engine/kernel/result.ts';
import { sealerOf } from '../../../engine/kernel/sealing.ts';
import { auditHash, audits, recordOf } from '../../../engine/store/audit.ts';
import { checkpointParts, checkpoints, takeDueCheckpoints } from '../../../engine/store/audit-checkpoints.ts';
import { verifyAudit } from '../../../engine/store/audit-verify.ts';
import { change, create } from '../../../engine/store/command.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { command, ledgers, openWorld, together, type World } from './world.ts';

let world: World;
let commands = 0;
const id = (n: number) => `ledger-${n}`;
const chain = (n: number) => `test_ledgers/${id(n)}`;

async function open(n: number): Promise<void> {
  const opened = { action: 'ledger opened', set: { total: 0, entries: [] }, result: null };
  await create(world.ctx, ledgers, id(n), command(`open-${n}`), opened);
}

async function add(n: number): Promise<void> {
  commands += 1;
  await change(world.ctx, ledgers, id(n), command(`add-${commands}`), (state) =>
    ok({ action: 'entry added', set: { total: state.total + 1 }, details: { commands }, result: null }),
  );
}

const carry = () => relayOutbox(world.ctx, ledgers, async () => undefined);
const log = () => audits.on(world.ctx.db).collection;
const owners = () => ledgers.on(world.ctx.db).collection;
const taken = () => checkpoints.on(world.ctx.db).collection;

/** Three ledgers of four records, two checkpoints, a day between them. */
beforeEach(async () => {
  world = await openWorld(emptyDatabase());
  for (const n of [1, 2, 3]) {
    await open(n);
    await add(n);
    await add(n);
  }
  await carry();
  await takeDueCheckpoints(world.ctx);
  world.clock.advance(DAY);
  for (const n of [1, 2, 3]) await add(n);
  await carry();
  await takeDueCheckpoints(world.ctx);
});
afterEach(() => world.close());

const found = async (options = {}) =>
  (await verifyAudit(world.ctx, options)).faults.map(({ fault, document }) => `${fault} ${document}`);

describe('an audit trail that nobody touched', () => {
  it('verifies, and says how much was looked at', async () => {
    const { documents, records, checkpoints: days, faults } = await verifyAudit(world.ctx);
    expect({ documents, records, days, faults }).toEqual({ documents: 3, records: 12, days: 2, faults: [] });
  });

  it('verifies while records wait in their documents, before and after a checkpoint', async () => {
    await add(1);
    await open(4);
    expect(await found()).toEqual([]);
    world.clock.advance(DAY);
    await takeDueCheckpoints(world.ctx);
    expect(await found()).toEqual([]);
  });

  it('verifies while commands and the relay are at work', async () => {
    const busy = together(3, async (n) => {
      for (let turn = 0; turn < 8; turn += 1) {
        await add(n + 1);
        await carry();
      }
    });
    const looks = await together(5, () => found());
    await busy;
    expect(looks.flat()).toEqual([]);
  });

  it('verifies since a day', async () => {
    expect(await found({ since: '2026-03-03' })).toEqual([]);
    expect((await verifyAudit(world.ctx, { since: '2026-03-03' })).checkpoints).toBe(1);
  });
});

describe('daily checkpoints', () => {
  it('are one a day, however many workers take them', async () => {
    world.clock.advance(DAY);
    const made = await together(4, () => takeDueCheckpoints(world.ctx));
    expect(made.flat()).toEqual(['2026-03-04']);
    expect(await takeDueCheckpoints(world.ctx)).toEqual([]);
    expect(await found()).toEqual([]);
  });

  it('make up for the days on which nothing ran', async () => {
    world.clock.advance(4 * DAY);
    await add(2);
    await carry();
    expect(await takeDueCheckpoints(world.ctx)).toEqual([
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-07',
    ]);
    expect(await found()).toEqual([]);
  });

  it('belong to the day in Kazakhstan', async () => {
    world.clock.set('2026-03-03T18:59:00Z');
    expect(await takeDueCheckpoints(world.ctx)).toEqual([]);
    world.clock.set('2026-03-03T19:00:00Z');
    expect(await takeDueCheckpoints(world.ctx)).toEqual(['2026-03-04']);
  });

  it('can be verified with the public key alone, and with no other', async () => {
    const { publicKey } = world.ctx.sealer.checkpoints;
    const outsider = { ...world, ctx: { ...world.ctx, sealer: sealerOf('the key of somebody else') } };
    expect((await verifyAudit(outsider.ctx, { key: publicKey })).faults).toEqual([]);
    const kinds = (await verifyAudit(outsider.ctx)).faults.map(({ fault }) => fault);
    expect(kinds).toEqual(['checkpoint-foreign', 'checkpoint-foreign']);
  });
});

describe('a chain that was tampered with', () => {
  const tamper = async (what: object) =>
    void (await log().updateOne({ _id: `${chain(2)}/2` } as never, { $set: what } as never));

  it.each([
    ['a record altered', () => tamper({ action: 'nothing' }), `altered ${chain(2)}`],
    ['a hash altered', () => tamper({ hash: 'f'.repeat(64) }), `unlinked ${chain(2)}`],
    ['a record taken out', () => log().deleteOne({ _id: `${chain(2)}/2` } as never), `gap ${chain(2)}`],
    ['the end cut off', () => log().deleteOne({ _id: `${chain(2)}/4` } as never), `tail-lost ${chain(2)}`],
    [
      'the chain removed',
      () => log().deleteMany({ document: chain(2) } as never),
      `chain-removed ${chain(2)}`,
    ],
    [
      'the document deleted',
      () => owners().deleteOne({ _id: id(2) } as never),
      `document-deleted ${chain(2)}`,
    ],
    [
      'the document set back',
      () => owners().updateOne({ _id: id(2) } as never, { $set: { 'audit.seq': 2 } } as never),
      `head-behind ${chain(2)}`,
    ],
    [
      'the head exchanged',
      () => owners().updateOne({ _id: id(2) } as never, { $set: { 'audit.head': 'f'.repeat(64) } } as never),
      `head-differs ${chain(2)}`,
    ],
    [
      'every document of the last kind deleted',
      () => owners().deleteMany({}),
      `document-deleted ${chain(3)}`,
    ],
  ])('shows %s', async (_what, act, fault) => {
    await act();
    expect(await found()).toContain(fault);
    const { faults } = await verifyAudit(world.ctx);
    expect(faults.every(({ hint }) => hint.length > 20)).toBe(true);
  });

  it('shows a document removed together with its whole chain, by the checkpoints', async () => {
    await owners().deleteOne({ _id: id(2) } as never);
    await log().deleteMany({ document: chain(2) } as never);
    expect(await found()).toContain(`link-lost ${chain(2)}`);
  });

  it('shows a chain that was written anew with right hashes, by the checkpoints', async () => {
    const records = await log()
      .find({ document: chain(2) } as never)
      .sort({ seq: 1 })
      .toArray();
    let previous = '';
    for (const kept of records) {
      const { hash: _hash, ...rest } = { ...recordOf(kept as never), actor: 'person:another', previous };
      previous = auditHash(rest);
      await log().replaceOne({ _id: kept._id } as never, { ...rest, hash: previous } as never);
    }
    await owners().updateOne({ _id: id(2) } as never, { $set: { 'audit.head': previous } } as never);
    expect([...new Set(await found())]).toEqual([`link-rewritten ${chain(2)}`]);
  });
});

describe('checkpoints that were tampered with', () => {
  const first = '2026-03-02';
  const second = '2026-03-03';
  const parts = () => checkpointParts.on(world.ctx.db).collection;

  it.each([
    [
      'a count altered',
      () => taken().updateOne({ _id: first } as never, { $set: { 'counts.0.documents': 2 } } as never),
      `checkpoint-altered checkpoint/${first}`,
    ],
    [
      'the first taken out',
      () => taken().deleteOne({ _id: first } as never),
      `checkpoint-unlinked checkpoint/${second}`,
    ],
    [
      'a part removed',
      () => parts().deleteOne({ _id: /^2026-03-02/ } as never),
      `part-lost checkpoint/${first}`,
    ],
    [
      'a part altered',
      () => parts().updateOne({ _id: /^2026-03-02/ } as never, { $pop: { heads: 1 } } as never),
      `part-altered checkpoint/${first}`,
    ],
  ])('show %s', async (_what, act, fault) => {
    await act();
    expect(await found()).toContain(fault);
  });

  it('show one taken out of the middle, by its day', async () => {
    world.clock.advance(DAY);
    await takeDueCheckpoints(world.ctx);
    await taken().deleteOne({ _id: second } as never);
    expect(await found()).toEqual(
      expect.arrayContaining([
        `checkpoint-missing checkpoint/${second}`,
        'checkpoint-unlinked checkpoint/2026-03-04',
      ]),
    );
  });
});
