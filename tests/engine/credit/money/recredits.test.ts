// The re-credit: a right of the student from approval on, asked for by them alone, decided by their university alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../../../engine/kernel/actor.ts';
import { withdrawConsent } from '../../../../engine/people/consents.ts';
import type { RecreditState } from '../../../../engine/programmes/credit/states.ts';
import { recredits, students } from '../../../../engine/programmes/credit/store.ts';
import {
  decideRecredit,
  grantRecredit,
  type RecreditDecision,
  requestRecredit,
} from '../../../../engine/programmes/credit/use-cases/recredits.ts';
import { readsAll } from '../../../../engine/store/indexes.ts';
import { codesOf, newCommand, newHost, newStudent, unwrap } from '../../../support/credit/cast.ts';
import { aCredit, entitlement } from '../../../support/credit/credits.ts';
import { type Ground, NOW, openGround, put, someone, written } from '../../../support/credit/ground.ts';

let ground: Ground;
let student: Awaited<ReturnType<typeof newStudent>>;
beforeAll(async () => {
  ground = await openGround();
  await newHost(ground.ctx);
  student = await newStudent(ground.ctx, 'recredited');
});
afterAll(() => ground.close());

const REGISTRAR = { role: 'registrar', scope: 'university:mysal' } as const;
const registrar = someone('registrar', REGISTRAR);
const BEFORE = new Date('2026-10-01T05:00:00Z');
const confirm = { confirm: true } as const;
const refuse = { confirm: false, reason: 'Пән жабылған' } as const;

const right = (state: RecreditState = 'available', decidedBy: string | null = null, studentId = student.id) =>
  put(ground.ctx, recredits, {
    ...{ studentId, universityId: 'mysal', target: 20, academicCredits: 2, state, createdAt: BEFORE },
    ...{ requestedAt: null, reason: decidedBy === null ? null : 'Құжат жоқ', decidedBy },
    decidedAt: decidedBy === null ? null : BEFORE,
  });

const decide = (creditId: string, decision: typeof confirm | typeof refuse, actor = registrar) =>
  decideRecredit(ground.ctx, newCommand(actor), { creditId, ...decision } as RecreditDecision);

describe('granting', () => {
  it('takes what the decision gave, at the student’s university', async () => {
    const { ctx } = ground;
    const credit = aCredit({
      state: 'approved',
      target: 50,
      entitlement: { ...entitlement, academicCredits: 5 },
    });
    await put(ctx, students, { interviews: [], credits: [aCredit(), credit] }, student.id);
    await grantRecredit(ctx, newCommand(), credit.id);
    expect(await written(ctx, recredits, credit.id)).toEqual({
      state: {
        ...{
          studentId: student.id,
          universityId: 'mysal',
          target: 50,
          academicCredits: 5,
          state: 'available',
        },
        ...{ createdAt: new Date(NOW), requestedAt: null, reason: null, decidedBy: null, decidedAt: null },
      },
      action: 're-credit granted',
      actor: 'system:system',
      details: { transitions: [{ what: 'recredit', id: credit.id, from: null, to: 'available' }] },
      result: credit.id,
      events: [{ type: 'credit.recredit-granted', data: { student: student.id, credit: credit.id } }],
    });
  });

  it.each([
    { what: 'without a decision', id: 'undecided', registered: true },
    { what: 'to somebody who is no student', id: 'stranger', registered: false },
  ])('fails $what', async ({ registered }) => {
    const { ctx } = ground;
    const credit = aCredit(registered ? { state: 'report-sent' } : { state: 'approved', entitlement });
    const owner = registered ? (await newStudent(ctx, 'undecided')).id : 'stranger';
    await put(ctx, students, { interviews: [], credits: [credit] }, owner);
    await expect(grantRecredit(ctx, newCommand(), credit.id)).rejects.toMatchObject({
      code: 'not-found',
      message: `credit ${credit.id} has no entitlement`,
    });
  });

  it('fails to a person who is not a student', async () => {
    const { ctx } = ground;
    const head = (await ctx.db.collection('people').findOne({ ...readsAll, student: null } as never))?._id;
    const credit = aCredit({ state: 'approved', entitlement });
    await put(ctx, students, { interviews: [], credits: [credit] }, String(head));
    await expect(grantRecredit(ctx, newCommand(), credit.id)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('asking', () => {
  it.each<RecreditState>(['available', 'refused'])('from %s is noted', async (state) => {
    const id = await right(state, state === 'refused' ? 'earlier' : null);
    expect(await requestRecredit(ground.ctx, newCommand(student), id)).toEqual({ ok: true, value: id });
    expect(await written(ground.ctx, recredits, id)).toMatchObject({
      state: { state: 'requested', requestedAt: new Date(NOW), reason: null },
      action: 're-credit requested',
      details: { transitions: [{ what: 'recredit', id, from: state, to: 'requested' }] },
      result: id,
      events: [{ type: 'credit.recredit-requested', data: { student: student.id, credit: id } }],
    });
  });

  it.each<RecreditState>(['requested', 'confirmed'])('from %s is refused', async (state) => {
    const answer = await requestRecredit(ground.ctx, newCommand(student), await right(state));
    expect(codesOf(answer)).toEqual(['credit.recredit-requested']);
  });

  it('is for the student alone', async () => {
    const id = await right();
    for (const other of [registrar, await newStudent(ground.ctx, 'another')])
      expect(codesOf(await requestRecredit(ground.ctx, newCommand(other), id))).toEqual([
        'common.not-allowed',
      ]);
  });

  it('needs a live consent', async () => {
    const { ctx } = ground;
    const silent = await newStudent(ctx, 'silent');
    const id = await right('available', null, silent.id);
    unwrap(await withdrawConsent(ctx, newCommand(silent), { person: silent.id, purpose: 'credit' }));
    expect(codesOf(await requestRecredit(ctx, newCommand(silent), id))).toEqual(['credit.no-consent']);
  });
});

describe('deciding', () => {
  it.each([
    { decision: confirm, state: 'confirmed', reason: null },
    { decision: refuse, state: 'refused', reason: 'Пән жабылған' },
  ])('as $state keeps who, when and why', async ({ decision, state, reason }) => {
    const id = await right('requested', 'earlier');
    expect(await decide(id, decision)).toEqual({ ok: true, value: id });
    expect(await written(ground.ctx, recredits, id)).toMatchObject({
      state: { state, reason, decidedBy: 'registrar', decidedAt: new Date(NOW) },
      action: `re-credit ${state}`,
      details: { transitions: [{ what: 'recredit', id, from: 'requested', to: state }] },
      result: id,
      events: [{ type: `credit.recredit-${state}`, data: { student: student.id, credit: id } }],
    });
  });

  it.each<{ from: RecreditState; by: string | null; at: string | null }>([
    { from: 'available', by: null, at: null },
    { from: 'confirmed', by: 'earlier', at: BEFORE.toISOString() },
    { from: 'refused', by: 'earlier', at: BEFORE.toISOString() },
  ])('comes too late or too early from $from', async ({ from, by, at }) => {
    for (const decision of [confirm, refuse])
      expect(await decide(await right(from, by), decision)).toEqual({
        ok: false,
        reasons: [{ code: 'common.already-decided', params: { by, at } }],
      });
  });

  it.each<{ who: string; own: boolean; grants: Grant[] }>([
    { who: 'somebody', own: false, grants: [] },
    { who: 'another university', own: false, grants: [{ role: 'registrar', scope: 'university:other' }] },
    { who: 'the region', own: false, grants: [{ role: 'registrar', scope: 'region:71' }] },
    { who: 'an operator', own: false, grants: [{ role: 'operator', scope: 'all' }] },
    { who: 'the student, who works as registrar', own: true, grants: [REGISTRAR] },
    { who: 'the student', own: true, grants: [] },
  ])('is not for $who', async ({ own, grants }) => {
    const id = await right('requested');
    const actor = someone(own ? student.id : 'other', ...grants);
    expect(codesOf(await decide(id, confirm, actor))).toEqual(['common.not-allowed']);
    expect((await written(ground.ctx, recredits, id)).action).toBe('put');
  });
});
