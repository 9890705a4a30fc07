// The audit chain: whole after any number of commands, and any tampering with it shows.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../engine/kernel/result.ts';
import { auditFaults, audits } from '../../../engine/store/audit.ts';
import { change, create } from '../../../engine/store/command.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { command, ledgers, openWorld, together, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(emptyDatabase());
});
afterAll(() => world.close());

const LENGTH = 12;
let count = 0;
let chain = '';

beforeEach(async () => {
  count += 1;
  const id = `audited-${count}`;
  chain = `test_ledgers/${id}`;
  const opened = { action: 'ledger opened', set: { total: 0, entries: [] }, result: null };
  await create(world.ctx, ledgers, id, command('open'), opened);
  for (let n = 1; n < LENGTH; n += 1) {
    await change(world.ctx, ledgers, id, command(`cmd-${n}`), (state) =>
      ok({
        action: 'entry added',
        set: { total: state.total + 1 },
        details: { n, at: world.clock.now() },
        result: n,
      }),
    );
    world.clock.advance(1_000);
  }
  // Two relays at once: what both carry is kept once.
  await together(2, () => relayOutbox(world.ctx, ledgers, async () => undefined));
});

const recordAt = (seq: number) =>
  audits.on(world.ctx.db).collection.findOne({ document: chain, seq } as never);

async function tamper(seq: number, fields: object): Promise<void> {
  const record = await recordAt(seq);
  await audits
    .on(world.ctx.db)
    .collection.updateOne({ _id: record?._id } as never, { $set: fields } as never);
}

describe('the audit chain of a document', () => {
  it('is whole after it was carried out of the document, also by two relays at once', async () => {
    expect(await auditFaults(world.ctx, chain)).toEqual([]);
    expect(await audits.on(world.ctx.db).countDocuments({ document: chain })).toBe(LENGTH);
    expect(await ledgers.on(world.ctx.db).countDocuments({ 'outbox.id': chain })).toBe(0);
  });

  it('says who did what by which command, and never the values', async () => {
    const record = await recordAt(2);
    expect(record).toMatchObject({
      actor: 'person:tester',
      action: 'entry added',
      command: 'cmd-1',
      fields: ['total'],
    });
  });

  it('shows a record that was taken out', async () => {
    const record = await recordAt(5);
    await audits.on(world.ctx.db).collection.deleteOne({ _id: record?._id } as never);
    const faults = await auditFaults(world.ctx, chain);
    expect(faults.map(({ fault }) => fault).sort()).toEqual(['gap', 'unlinked']);
  });

  it.each([
    ['who did it', { actor: 'person:somebody-else' }],
    ['what was done', { action: 'nothing' }],
    ['when', { at: new Date('2026-01-01T00:00:00Z') }],
    ['the details', { details: { n: 999 } }],
  ])('shows that %s was altered', async (_what, fields) => {
    await tamper(5, fields);
    expect((await auditFaults(world.ctx, chain)).map(({ fault }) => fault)).toContain('altered');
  });

  it('shows a record altered together with its own hash', async () => {
    await tamper(5, { hash: 'f'.repeat(64) });
    const faults = (await auditFaults(world.ctx, chain)).map(({ fault }) => fault);
    expect(faults).toContain('unlinked');
  });
});
