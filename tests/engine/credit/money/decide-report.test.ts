// The head's decision on a report: at every threshold of credit.completion, in every state, by everybody who may not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Grant } from '../../../../engine/kernel/actor.ts';
import { organisations } from '../../../../engine/organisations/store.ts';
import { withdrawConsent } from '../../../../engine/people/consents.ts';
import type { CreditState, EntryState } from '../../../../engine/programmes/credit/states.ts';
import { type Credit, students } from '../../../../engine/programmes/credit/store.ts';
import {
  decideReport,
  type ReportDecision,
} from '../../../../engine/programmes/credit/use-cases/decide-report.ts';
import { isIntact } from '../../../../engine/rules/rule-book.ts';
import {
  BIN,
  codesOf,
  type Host,
  newCommand,
  newHost,
  newStudent,
  unwrap,
} from '../../../support/credit/cast.ts';
import { aCredit, anEntry } from '../../../support/credit/credits.ts';
import { type Ground, NOW, openGround, put, someone, written } from '../../../support/credit/ground.ts';

let ground: Ground;
let host: Host;
beforeAll(async () => {
  ground = await openGround();
  host = await newHost(ground.ctx);
});
afterAll(() => ground.close());

const SENT = new Date('2026-10-03T05:00:00Z');
const approve = { approve: true } as const;
const back = { approve: false, comment: 'Суретін қосыңыз' } as const;
const worked = (minutes: number, state: EntryState = 'confirmed') => anEntry({ minutes, state });
const report = { text: 'Есеп', media: [], sentAt: SENT, comment: null, decidedBy: null, decidedAt: null };

let names = 0;
/** A student with one sent report of these entries, and another credit that is none of anybody's business. */
async function sent(wish: Partial<Credit> = {}) {
  names += 1;
  const student = await newStudent(ground.ctx, `reporter-${names}`);
  const credit = aCredit({ state: 'report-sent', report, entries: [worked(1200)], ...wish });
  const former = aCredit({ state: 'left', entries: [worked(60)] });
  await put(ground.ctx, students, { interviews: [], credits: [former, credit] }, student.id);
  const now = async () => {
    const found = await written(ground.ctx, students, student.id);
    const [untouched, decided] = found.state.credits as [Credit, Credit];
    expect(untouched).toEqual(former);
    return { ...found, credit: decided };
  };
  return { student, credit, now };
}

const decide = (creditId: string, decision: typeof approve | typeof back, actor: Actor = host.head) =>
  decideReport(ground.ctx, newCommand(actor), { creditId, ...decision } as ReportDecision);

describe('approval', () => {
  it.each([
    { target: 20, entries: [worked(1200)], payoutTenge: 20_000, academicCredits: 2 },
    { target: 20, entries: [worked(720), worked(480), worked(300)], payoutTenge: 20_000, academicCredits: 2 },
    { target: 50, entries: [worked(3000)], payoutTenge: 50_000, academicCredits: 5 },
  ])(
    'of $target hours gives $payoutTenge tenge',
    async ({ target, entries, payoutTenge, academicCredits }) => {
      const { student, credit, now } = await sent({ target, entries });
      expect(await decide(credit.id, approve)).toEqual({ ok: true, value: credit.id });
      const after = await now();
      const receipt = after.credit.entitlement?.receipt as Parameters<typeof isIntact>[0];
      expect(isIntact(receipt)).toBe(true);
      expect(receipt).toMatchObject({ set: 'credit.completion', on: credit.startedOn, outcome: 'met' });
      expect(after.credit).toEqual({
        ...credit,
        state: 'approved',
        report: { ...report, decidedBy: host.head.id, decidedAt: new Date(NOW) },
        entitlement: { payoutTenge, academicCredits, receipt, at: new Date(NOW) },
      });
      const transitions = [{ what: 'credit', id: credit.id, from: 'report-sent', to: 'approved' }];
      expect(after).toMatchObject({
        action: 'report approved',
        details: { payoutTenge, academicCredits, receipt: receipt.hash, transitions },
        result: credit.id,
        events: [{ type: 'credit.report-approved', data: { student: student.id, credit: credit.id } }],
      });
    },
  );

  it.each([
    { what: 'a minute short', target: 20, entries: [worked(1199)] },
    { what: 'hours that are only reported', target: 20, entries: [worked(1199), worked(60, 'reported')] },
    { what: 'hours that were returned', target: 20, entries: [worked(1199), worked(60, 'returned')] },
    { what: 'twenty hours of fifty', target: 50, entries: [worked(1200)] },
    { what: 'a minute short of fifty', target: 50, entries: [worked(2999)] },
  ])('waits with $what', async ({ target, entries }) => {
    const { credit, now } = await sent({ target, entries });
    expect(codesOf(await decide(credit.id, approve))).toEqual(['credit.hours-short']);
    expect((await now()).credit).toEqual(credit);
  });

  it('explains what is lacking in words with numbers', async () => {
    const { credit } = await sent({ entries: [worked(1140)] });
    expect(await decide(credit.id, approve)).toMatchObject({
      ok: false,
      reasons: [
        { code: 'credit.hours-short', key: 'rules:credit.hours-short', params: { count: 19, left: 60 } },
      ],
    });
  });
});

describe('a return', () => {
  it('keeps the comment, and gives nothing', async () => {
    const { student, credit, now } = await sent();
    expect(await decide(credit.id, back)).toEqual({ ok: true, value: credit.id });
    const after = await now();
    expect(after.credit).toEqual({
      ...credit,
      state: 'report-returned',
      report: { ...report, comment: back.comment, decidedBy: host.head.id, decidedAt: new Date(NOW) },
    });
    expect(after).toMatchObject({
      action: 'report returned',
      details: {
        transitions: [{ what: 'credit', id: credit.id, from: 'report-sent', to: 'report-returned' }],
      },
      result: credit.id,
      events: [{ type: 'credit.report-returned', data: { student: student.id, credit: credit.id } }],
    });
  });

  it('needs no hours', async () => {
    const { credit } = await sent({ entries: [] });
    expect((await decide(credit.id, back)).ok).toBe(true);
  });
});

describe('a decision', () => {
  const decided = { ...report, decidedBy: 'earlier', decidedAt: SENT };
  it.each<{ state: CreditState; kept: Credit['report']; by: string | null; at: string | null }>([
    { state: 'working', kept: null, by: null, at: null },
    { state: 'working', kept: report, by: null, at: null },
    { state: 'report-sent', kept: null, by: null, at: null },
    { state: 'report-returned', kept: decided, by: 'earlier', at: SENT.toISOString() },
    { state: 'approved', kept: decided, by: 'earlier', at: SENT.toISOString() },
    { state: 'left', kept: report, by: null, at: null },
  ])('comes too late or too early in $state', async ({ state, kept, by, at }) => {
    const { credit, now } = await sent({ state, report: kept });
    for (const decision of [approve, back])
      expect(await decide(credit.id, decision)).toEqual({
        ok: false,
        reasons: [{ code: 'common.already-decided', params: { by, at } }],
      });
    expect((await now()).action).toBe('put');
  });

  it.each<{ who: string; grants: Grant[] }>([
    { who: 'somebody', grants: [] },
    { who: 'a coordinator', grants: [{ role: 'coordinator', scope: `organisation:${BIN}` }] },
    { who: 'the head of another', grants: [{ role: 'head', scope: 'organisation:190140000002' }] },
    { who: 'an operator', grants: [{ role: 'operator', scope: 'all' }] },
    { who: 'the Financial Centre', grants: [{ role: 'financial-centre', scope: 'all' }] },
  ])('is not for $who', async ({ grants }) => {
    const { credit, now } = await sent();
    for (const decision of [approve, back])
      expect(codesOf(await decide(credit.id, decision, someone('other', ...grants)))).toEqual([
        'common.not-allowed',
      ]);
    expect((await now()).action).toBe('put');
  });

  it('is not for the student, who heads the organisation', async () => {
    const { student, credit } = await sent();
    const own = someone(student.id, { role: 'head', scope: `organisation:${BIN}` });
    expect(codesOf(await decide(credit.id, approve, own))).toEqual(['common.not-allowed']);
  });

  it('waits while the student’s consent is not live', async () => {
    const { student, credit } = await sent();
    const withdrawal = { person: student.id, purpose: 'credit' };
    unwrap(await withdrawConsent(ground.ctx, newCommand(student), withdrawal));
    for (const decision of [approve, back])
      expect(codesOf(await decide(credit.id, decision))).toEqual(['credit.student-without-consent']);
  });

  it('gives nothing where the organisation has lost its accreditation', async () => {
    const { ctx } = ground;
    const { credit } = await sent();
    const found = await organisations.on(ctx.db).collection.findOne({ _id: BIN as never });
    const other = { ...found, _id: '190140000099', accreditation: 'revoked' };
    await organisations.on(ctx.db).collection.insertOne(other as never);
    const elsewhere = await sent({ organisationId: other._id });
    const head = someone('their-head', { role: 'head', scope: `organisation:${other._id}` });
    expect(codesOf(await decide(elsewhere.credit.id, approve, head))).toEqual([
      'credit.organisation-not-accredited',
    ]);
    expect((await decide(credit.id, approve)).ok).toBe(true);
  });
});
