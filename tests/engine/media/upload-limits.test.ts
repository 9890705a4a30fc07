// Uploads at once and bytes a day, for each person and each address, by the injected clock.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY, ManualClock } from '../../../engine/kernel/clock.ts';
import { uploadGate } from '../../../engine/media/upload-limits.ts';
import type { StoreContext } from '../../../engine/store/context.ts';
import { giveBack, openStore } from '../../support/services/fresh-database.ts';

let ctx: StoreContext;
const clock = new ManualClock('2026-10-05T06:00:00Z');
beforeAll(async () => {
  ctx = { clock, db: await openStore(), nudge: () => undefined } as unknown as StoreContext;
});
afterAll(() => giveBack(ctx.db));

const limits = {
  person: { atOnce: 2, bytesADay: 100 },
  address: { atOnce: 3, bytesADay: 250 },
  atOnce: 4,
};
const who = (person: string, address = 'one') => ({ person, address });
const codes = (all: readonly Awaited<ReturnType<ReturnType<typeof uploadGate>['enter']>>[]) =>
  all.map((each) => (each.ok ? 'in' : each.reasons[0]?.code));

it('lets so many in at once and no more, until one leaves', async () => {
  const gate = uploadGate(ctx, limits);
  const entered = await Promise.all(['a', 'a', 'a', 'b', 'c'].map((person) => gate.enter(who(person), 1)));
  expect(codes(entered)).toEqual(['in', 'in', 'common.uploads-at-once', 'in', 'common.uploads-at-once']);
  const elsewhere = await Promise.all(['d', 'e'].map((person) => gate.enter(who(person, 'two'), 1)));
  expect(codes(elsewhere)).toEqual(['in', 'common.uploads-at-once']);
  for (const each of entered) if (each.ok) await each.value.leave(1);
  expect(codes([await gate.enter(who('a'), 1)])).toEqual(['in']);
});

it('counts what was taken, not what was announced, and begins anew the next day', async () => {
  clock.advance(DAY);
  const gate = uploadGate(ctx, limits);
  const enter = (person: string, bytes: number | null) => gate.enter(who(person), bytes);
  const leave = async (bytes: number, entered: Awaited<ReturnType<typeof enter>>) => {
    if (entered.ok) await entered.value.leave(bytes);
  };
  await leave(10, await enter('a', 100));
  expect(codes([await enter('a', 91)])).toEqual(['common.uploads-a-day']);
  await leave(90, await enter('a', 90));
  expect(codes([await enter('a', 1)])).toEqual(['common.uploads-a-day']);
  await leave(100, await enter('b', 100));
  // The address is full; what the person had reserved for it is given back.
  expect(codes([await enter('c', 60)])).toEqual(['common.uploads-a-day']);
  await leave(50, await enter('c', 50));
  clock.advance(DAY);
  expect(codes([await enter('a', 100)])).toEqual(['in']);
});

it('gives the last room to one of two', async () => {
  clock.advance(DAY);
  const gate = uploadGate(ctx, limits);
  const both = await Promise.all([gate.enter(who('a'), 60), gate.enter(who('a'), 60)]);
  expect(codes(both).sort()).toEqual(['common.uploads-a-day', 'in']);
});

it('takes a body that does not say its length for the largest', async () => {
  clock.advance(DAY);
  expect(codes([await uploadGate(ctx, limits).enter(who('a'), null)])).toEqual(['common.uploads-a-day']);
});
