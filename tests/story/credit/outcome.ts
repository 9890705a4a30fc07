// What the story must have left behind, whatever happened on the way: everything once, nothing lost, the chain whole.
import { expect } from 'vitest';
import { auditFaults } from '../../../engine/store/audit.ts';
import { readsAll } from '../../../engine/store/indexes.ts';
import { checkInvariants } from '../../reliability/model/invariants/check.ts';
import type { World } from '../../support/world/world.ts';

export async function expectOutcome({ ctx }: World): Promise<void> {
  const { db } = ctx;
  const payouts = await db.collection('credit_payouts').find().toArray();
  expect(payouts).toMatchObject([{ amount: 20_000, state: 'paid', bankReference: 'KZ-0001' }]);
  const recredits = await db.collection('credit_recredits').find().toArray();
  expect(recredits).toMatchObject([{ academicCredits: 2, state: 'confirmed' }]);
  const [student] = await db.collection('credit_students').find().toArray();
  const [credit] = student?.credits ?? [];
  expect(credit).toMatchObject({ target: 20, state: 'approved' });
  const states = credit.entries.map((entry: { state: string; minutes: number }) => [
    entry.state,
    entry.minutes,
  ]);
  expect(states).toEqual([
    ['returned', 240],
    ['confirmed', 240],
    ['confirmed', 480],
    ['confirmed', 480],
  ]);
  await expect.poll(() => outboxesOf(ctx.db), { timeout: 15_000 }).toBe(0);
  expect(await auditFaults(ctx, `credit_students/${student?._id}`)).toEqual([]);
  const kept = await db.collection('audit').countDocuments({ document: `credit_students/${student?._id}` });
  expect(kept).toBe(student?.v);
  expect(
    await db
      .collection('deliveries')
      .countDocuments({ ...readsAll, state: { $in: ['failed', 'gave-up', 'blocked'] } } as never),
  ).toBe(0);
  const open = () => db.collection('inbox').countDocuments({ state: { $ne: 'done' } });
  await expect.poll(open).toBe(0);
  const seats = await db
    .collection('seats')
    .find({ _id: { $regex: '^credit.place/' } as never })
    .toArray();
  expect(seats).toMatchObject([{ capacity: 2, left: 1 }]);
  await expect.poll(() => checkInvariants(db, { atRest: true }), { timeout: 15_000 }).toEqual([]);
}

async function outboxesOf(db: World['ctx']['db']): Promise<number> {
  const owners = [
    'people',
    'organisations',
    'credit_students',
    'credit_projects',
    'credit_payouts',
    'credit_recredits',
  ];
  const waiting = await Promise.all(
    owners.map((name) => db.collection(name).countDocuments({ 'outbox.id': { $gt: '' } })),
  );
  return waiting.reduce((sum, each) => sum + each, 0);
}
