// The payout: ordered once with the sum that the decision gave, settled by the Financial Centre alone and as declared.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../../../engine/kernel/actor.ts';
import type { PayoutState } from '../../../../engine/programmes/credit/states.ts';
import { payouts, students } from '../../../../engine/programmes/credit/store.ts';
import {
  orderPayout,
  type PayoutOutcome,
  settlePayout,
} from '../../../../engine/programmes/credit/use-cases/payouts.ts';
import { codesOf, newCommand } from '../../../support/credit/cast.ts';
import { aCredit, entitlement } from '../../../support/credit/credits.ts';
import { type Ground, NOW, openGround, put, someone, written } from '../../../support/credit/ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const CENTRE = { role: 'financial-centre', scope: 'all' } as const;
const centre = someone('centre', CENTRE);
const paid = { paid: true, bankReference: 'KZ-1' } as const;
const failed = { paid: false, reason: 'Шот жабық' } as const;
const BEFORE = new Date('2026-10-01T05:00:00Z');

const ordered = (state: PayoutState = 'ordered', decidedBy: string | null = null) =>
  put(ground.ctx, payouts, {
    ...{ studentId: 'student', organisationId: '190140000001', target: 20, amount: 20_000, state },
    ...{ orderedAt: BEFORE, bankReference: null, reason: null, decidedBy },
    decidedAt: decidedBy === null ? null : BEFORE,
  });

const settle = (creditId: string, outcome: typeof paid | typeof failed, actor = centre) =>
  settlePayout(ground.ctx, newCommand(actor), { creditId, ...outcome } as PayoutOutcome);

describe('ordering', () => {
  it('takes the sum from the decision, and tells of it', async () => {
    const { ctx } = ground;
    const credit = aCredit({
      state: 'approved',
      entitlement: { ...entitlement, payoutTenge: 50_000 },
      target: 50,
    });
    const student = await put(ctx, students, { interviews: [], credits: [aCredit(), credit] });
    await orderPayout(ctx, newCommand(), credit.id);
    expect(await written(ctx, payouts, credit.id)).toEqual({
      state: {
        ...{ studentId: student, organisationId: credit.organisationId, target: 50, amount: 50_000 },
        ...{ state: 'ordered', orderedAt: new Date(NOW), bankReference: null, reason: null },
        ...{ decidedBy: null, decidedAt: null },
      },
      action: 'payout ordered',
      actor: 'system:system',
      details: {
        amount: 50_000,
        transitions: [{ what: 'payout', id: credit.id, from: null, to: 'ordered' }],
      },
      result: credit.id,
      events: [{ type: 'credit.payout-ordered', data: { student, credit: credit.id } }],
    });
  });

  it('twice leaves the first as it is', async () => {
    const { ctx } = ground;
    const credit = aCredit({ state: 'approved', entitlement });
    await put(ctx, students, { interviews: [], credits: [credit] });
    await orderPayout(ctx, newCommand(), credit.id);
    await settle(credit.id, paid);
    await orderPayout(ctx, newCommand(), credit.id);
    expect((await written(ctx, payouts, credit.id)).state.state).toBe('paid');
  });

  it('without a decision is nobody’s wish', async () => {
    const { ctx } = ground;
    const credit = aCredit({ state: 'report-sent' });
    await put(ctx, students, { interviews: [], credits: [credit] });
    const ordering = orderPayout(ctx, newCommand(), credit.id);
    await expect(ordering).rejects.toMatchObject({
      code: 'not-found',
      message: `credit ${credit.id} has no entitlement`,
    });
  });
});

describe('settling', () => {
  it.each([
    { outcome: paid, state: 'paid', kept: { bankReference: 'KZ-1', reason: null } },
    { outcome: failed, state: 'failed', kept: { bankReference: null, reason: 'Шот жабық' } },
  ])('as $state keeps how and who', async ({ outcome, state, kept }) => {
    const id = await ordered();
    expect(await settle(id, outcome)).toEqual({ ok: true, value: id });
    expect(await written(ground.ctx, payouts, id)).toMatchObject({
      state: { amount: 20_000, state, ...kept, decidedBy: 'centre', decidedAt: new Date(NOW) },
      action: `payout ${state}`,
      details: { amount: 20_000, transitions: [{ what: 'payout', id, from: 'ordered', to: state }] },
      result: id,
      events: [{ type: `credit.payout-${state}`, data: { student: 'student', credit: id } }],
    });
  });

  it.each<{ from: PayoutState; outcome: typeof paid | typeof failed; may: boolean }>([
    { from: 'ordered', outcome: paid, may: true },
    { from: 'ordered', outcome: failed, may: true },
    { from: 'failed', outcome: paid, may: true },
    { from: 'failed', outcome: failed, may: false },
    { from: 'paid', outcome: paid, may: false },
    { from: 'paid', outcome: failed, may: false },
  ])('from $from, paid $outcome.paid: $may', async ({ from, outcome, may }) => {
    const id = await ordered(from, 'earlier');
    const answer = await settle(id, outcome);
    if (may) return expect(answer.ok).toBe(true);
    expect(answer).toEqual({
      ok: false,
      reasons: [{ code: 'common.already-decided', params: { by: 'earlier', at: BEFORE.toISOString() } }],
    });
    expect((await written(ground.ctx, payouts, id)).action).toBe('put');
  });

  it('says nobody and never where a decision has no author', async () => {
    expect(await settle(await ordered('paid'), paid)).toEqual({
      ok: false,
      reasons: [{ code: 'common.already-decided', params: { by: null, at: null } }],
    });
  });

  it.each<{ who: string; id: string; grants: Grant[] }>([
    { who: 'somebody', id: 'other', grants: [] },
    { who: 'a head', id: 'other', grants: [{ role: 'head', scope: 'organisation:190140000001' }] },
    { who: 'an operator', id: 'other', grants: [{ role: 'operator', scope: 'all' }] },
    {
      who: 'a centre of one region',
      id: 'other',
      grants: [{ role: 'financial-centre', scope: 'region:71' }],
    },
    { who: 'a centre of nowhere', id: 'other', grants: [{ role: 'financial-centre', scope: '' }] },
    { who: 'the student, who works at the centre', id: 'student', grants: [CENTRE] },
    { who: 'the student', id: 'student', grants: [] },
  ])('is not for $who', async ({ id, grants }) => {
    const payout = await ordered();
    expect(codesOf(await settle(payout, paid, someone(id, ...grants)))).toEqual(['common.not-allowed']);
    expect((await written(ground.ctx, payouts, payout)).action).toBe('put');
  });
});
