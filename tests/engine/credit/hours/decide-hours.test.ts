// Confirming and returning hours: once, while the participation runs, by those who coordinate and never by the student.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Grant } from '../../../../engine/kernel/actor.ts';
import { withdrawConsent } from '../../../../engine/people/consents.ts';
import {
  type CreditState,
  creditStates,
  type EntryState,
} from '../../../../engine/programmes/credit/states.ts';
import { students } from '../../../../engine/programmes/credit/store.ts';
import {
  decideHours,
  type HoursDecision,
} from '../../../../engine/programmes/credit/use-cases/decide-hours.ts';
import { BIN, codesOf, newCommand, newHost, newStudent, unwrap } from '../../../support/credit/cast.ts';
import { aCredit, anEntry } from '../../../support/credit/credits.ts';
import { type Ground, NOW, openGround, put, someone, written } from '../../../support/credit/ground.ts';

let ground: Ground;
let student: Actor;
beforeAll(async () => {
  ground = await openGround();
  await newHost(ground.ctx);
  student = await newStudent(ground.ctx, 'worker');
});
afterAll(() => ground.close());

const COORDINATES = { role: 'coordinator', scope: `organisation:${BIN}` } as const;
const HEADS = { role: 'head', scope: `organisation:${BIN}` } as const;
const coordinator = someone('coordinator', COORDINATES);
const BEFORE = new Date('2026-10-02T05:00:00Z');
const confirm = { confirm: true } as const;
const back = { confirm: false, reason: 'Уақыты дұрыс емес' } as const;

/** A student with one entry to decide, other entries beside it and another credit. */
async function reported(
  state: EntryState = 'reported',
  creditState: CreditState = 'working',
  by: string | null = null,
) {
  const entry = anEntry({ state, decidedBy: by, decidedAt: by === null ? null : BEFORE });
  const beside = [anEntry({ start: '12:00' }), anEntry({ start: '14:00', state: 'confirmed' })] as const;
  const credit = aCredit({ state: creditState, entries: [beside[0], entry, beside[1]] });
  const other = aCredit({ state: 'left', entries: [anEntry()] });
  await put(ground.ctx, students, { interviews: [], credits: [other, credit] }, student.id);
  return { entry, beside, credit, other };
}

const decide = (entryId: string, decision: typeof confirm | typeof back, actor = coordinator) =>
  decideHours(ground.ctx, newCommand(actor), { entryId, ...decision } as HoursDecision);

const now = () => written(ground.ctx, students, student.id);

it.each([
  { decision: confirm, state: 'confirmed', reason: null },
  { decision: back, state: 'returned', reason: 'Уақыты дұрыс емес' },
])('an entry is $state, and nothing else', async ({ decision, state, reason }) => {
  const { entry, beside, credit, other } = await reported();
  expect(await decide(entry.id, decision)).toEqual({ ok: true, value: entry.id });
  const decided = { ...entry, state, reason, decidedBy: 'coordinator', decidedAt: new Date(NOW) };
  expect(await now()).toMatchObject({
    state: { credits: [other, { ...credit, entries: [beside[0], decided, beside[1]] }] },
    action: `hours ${state}`,
    result: entry.id,
    details: { minutes: 60, transitions: [{ what: 'entry', id: entry.id, from: 'reported', to: state }] },
    events: [
      { type: `credit.hours-${state}`, data: { student: student.id, credit: credit.id, entry: entry.id } },
    ],
  });
});

it.each<{ state: EntryState; by: string | null }>([
  { state: 'confirmed', by: 'earlier' },
  { state: 'returned', by: 'earlier' },
  { state: 'confirmed', by: null },
])('an entry that is $state already stays so', async ({ state, by }) => {
  const { entry } = await reported(state, 'working', by);
  const params = { by, at: by === null ? null : BEFORE.toISOString() };
  for (const decision of [confirm, back])
    expect(await decide(entry.id, decision)).toEqual({
      ok: false,
      reasons: [{ code: 'common.already-decided', params }],
    });
  expect((await now()).action).toBe('put');
});

it.each(creditStates)('in a participation that is %s', async (state) => {
  const { entry } = await reported('reported', state);
  const over = ['approved', 'left'].includes(state);
  expect(codesOf(await decide(entry.id, confirm))).toEqual(over ? ['credit.participation-over'] : []);
});

describe('who may', () => {
  it.each<{ who: string; own: boolean; grants: Grant[]; may: boolean }>([
    { who: 'a coordinator', own: false, grants: [COORDINATES], may: true },
    { who: 'the head', own: false, grants: [HEADS], may: true },
    { who: 'somebody', own: false, grants: [], may: false },
    {
      who: 'who coordinates elsewhere',
      own: false,
      grants: [{ ...COORDINATES, scope: 'organisation:0' }],
      may: false,
    },
    { who: 'who heads elsewhere', own: false, grants: [{ ...HEADS, scope: 'organisation:0' }], may: false },
    { who: 'an operator', own: false, grants: [{ role: 'operator', scope: 'all' }], may: false },
    { who: 'an accreditor', own: false, grants: [{ role: 'accreditor', scope: 'region:71' }], may: false },
    { who: 'the student, who coordinates', own: true, grants: [COORDINATES], may: false },
    { who: 'the student, who heads', own: true, grants: [HEADS], may: false },
    { who: 'the student', own: true, grants: [], may: false },
  ])('$who: $may', async ({ own, grants, may }) => {
    const { entry } = await reported();
    const answer = await decide(entry.id, confirm, someone(own ? student.id : 'other', ...grants));
    expect(codesOf(answer)).toEqual(may ? [] : ['common.not-allowed']);
    expect((await now()).action).toBe(may ? 'hours confirmed' : 'put');
  });

  it('nobody, while the student’s consent is not live', async () => {
    const { ctx } = ground;
    const silent = await newStudent(ctx, 'silent');
    const entry = anEntry();
    await put(ctx, students, { interviews: [], credits: [aCredit({ entries: [entry] })] }, silent.id);
    unwrap(await withdrawConsent(ctx, newCommand(silent), { person: silent.id, purpose: 'credit' }));
    expect(codesOf(await decide(entry.id, confirm))).toEqual(['credit.student-without-consent']);
  });
});
