// Inviting: a place is held until the answer, in whatever state the saga is taken up, and accepting keeps it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Grant } from '../../../../engine/kernel/actor.ts';
import { withdrawConsent } from '../../../../engine/people/consents.ts';
import { placeSeat } from '../../../../engine/programmes/credit/cases.ts';
import { interviewStates } from '../../../../engine/programmes/credit/states.ts';
import { type Credit, type Interview, students } from '../../../../engine/programmes/credit/store.ts';
import {
  acceptInvitation,
  declineInvitation,
} from '../../../../engine/programmes/credit/use-cases/answer-invitation.ts';
import {
  finishInvitation,
  inviteStudent,
} from '../../../../engine/programmes/credit/use-cases/invite-student.ts';
import { openSeats, seats, takeSeat } from '../../../../engine/store/seats.ts';
import { BIN, codesOf, newCommand, newHost, newStudent, unwrap } from '../../../support/credit/cast.ts';
import { aCredit, anInterview } from '../../../support/credit/credits.ts';
import {
  type Ground,
  NOW,
  openGround,
  put,
  someone,
  steps,
  written,
} from '../../../support/credit/ground.ts';

let ground: Ground;
let student: Actor;
beforeAll(async () => {
  ground = await openGround();
  await newHost(ground.ctx);
  student = await newStudent(ground.ctx, 'invited');
});
afterAll(() => ground.close());
beforeEach(() => ground.clock.set(NOW));

const COORDINATES = { role: 'coordinator', scope: `organisation:${BIN}` } as const;
const coordinator = someone('coordinator', COORDINATES);
const BEFORE = new Date('2026-10-02T05:00:00Z');
/** The last second of the seventh day from now, in Kazakhstan. */
const ANSWER_BY = new Date('2026-10-12T18:59:59Z');

let names = 0;
/** One interview of the student at a project with so many places. */
async function interviewed(wish: Partial<Interview> = {}, places = 1, credits: readonly Credit[] = []) {
  names += 1;
  const interview = anInterview({ projectId: `project-${names}`, ...wish });
  await openSeats(ground.ctx, placeSeat(interview.projectId), places);
  const other = anInterview({ state: 'cancelled' });
  await put(ground.ctx, students, { interviews: [other, interview], credits: [...credits] }, student.id);
  return interview;
}
const now = () => written(ground.ctx, students, student.id);
const invite = (id: string, actor = coordinator) => inviteStudent(ground.ctx, newCommand(actor), id);
const held = async ({ projectId }: Interview) =>
  (await seats.on(ground.ctx.db).findById(placeSeat(projectId)).lean())?.holders.map(({ id }) => id);
const invited = async () => ((await now()).state.interviews as Interview[])[1];

describe('an invitation', () => {
  it('holds a place, waits for seven days, and is told', async () => {
    const interview = await interviewed();
    expect(await invite(interview.id)).toEqual({ ok: true, value: interview.id });
    const placeHolder = expect.stringMatching(new RegExp(`^${interview.id}\\..+$`));
    const decided = { placeHolder, decidedBy: 'coordinator', decidedAt: new Date(NOW) };
    expect(await invited()).toEqual({ ...interview, ...decided, state: 'invited', answerBy: ANSWER_BY });
    expect(await now()).toMatchObject({
      action: 'student invited',
      actor: 'system:system',
      result: interview.id,
      details: { transitions: [{ what: 'interview', id: interview.id, from: 'inviting', to: 'invited' }] },
      events: [
        {
          type: 'credit.student-invited',
          data: { student: student.id, interview: interview.id, answerBy: ANSWER_BY.toISOString() },
        },
      ],
    });
    expect(await held(interview)).toEqual([(await invited())?.placeHolder]);
  });

  it('leaves the wish and its outcome in the audit trail', async () => {
    const interview = await interviewed();
    await invite(interview.id);
    const move = (from: string, to: string) => ({
      transitions: [{ what: 'interview', id: interview.id, from, to }],
    });
    expect((await steps(ground.ctx, students, student.id)).slice(-2)).toMatchObject([
      { action: 'invitation wished', details: move('booked', 'inviting') },
      { action: 'student invited', details: move('inviting', 'invited') },
    ]);
  });

  it('that is finished again, as after a crash, answers as it did and holds no second place', async () => {
    const interview = await interviewed({}, 2);
    await invite(interview.id);
    const { placeHolder } = (await invited()) ?? {};
    const again = () => finishInvitation(ground.ctx, student.id, interview.id, placeHolder ?? '');
    for (const answer of [await again(), ...(await Promise.all([again(), again()]))])
      expect(answer).toEqual({ ok: true, value: interview.id });
    expect(await held(interview)).toEqual([placeHolder]);
  });

  it('that two processes finish at once is made once', async () => {
    const interview = await interviewed({ state: 'inviting', placeHolder: 'together' }, 2);
    const finish = () => finishInvitation(ground.ctx, student.id, interview.id, 'together');
    for (const answer of await Promise.all([finish(), finish(), finish()]))
      expect(answer).toEqual({ ok: true, value: interview.id });
    expect(await held(interview)).toEqual(['together']);
    const made = (await steps(ground.ctx, students, student.id)).filter(
      ({ action }) => action === 'student invited',
    );
    expect(made.filter(({ details }) => JSON.stringify(details).includes(interview.id))).toHaveLength(1);
  });

  it('without a place, told of each way back to booked', async () => {
    const interview = await interviewed({}, 1);
    await takeSeat(ground.ctx, placeSeat(interview.projectId), 'somebody');
    await invite(interview.id);
    expect((await steps(ground.ctx, students, student.id)).at(-1)).toMatchObject({
      action: 'invitation without a place',
      details: { transitions: [{ id: interview.id, from: 'inviting', to: 'booked' }] },
    });
  });

  it('without a place leaves the interview booked, also when it is asked for again', async () => {
    const interview = await interviewed();
    await takeSeat(ground.ctx, placeSeat(interview.projectId), 'somebody');
    const command = newCommand(coordinator);
    for (let time = 0; time < 2; time += 1)
      expect(codesOf(await inviteStudent(ground.ctx, command, interview.id))).toEqual([
        'credit.no-places-left',
      ]);
    expect(await now()).toMatchObject({ action: 'invitation without a place', events: [] });
    expect(await invited()).toMatchObject({ state: 'booked', answerBy: null });
    expect(await held(interview)).toEqual(['somebody']);
  });

  it.each(interviewStates)('of an interview that is %s', async (state) => {
    const interview = await interviewed({ state, decidedBy: 'earlier', decidedAt: BEFORE });
    const params = { state, by: 'earlier', at: BEFORE.toISOString() };
    const settled = { ok: false, reasons: [{ code: 'credit.interview-settled', params }] };
    expect(await invite(interview.id)).toEqual(
      state === 'booked' ? { ok: true, value: interview.id } : settled,
    );
  });

  it.each<{ who: string; own: boolean; grants: Grant[] }>([
    { who: 'somebody', own: false, grants: [] },
    { who: 'who coordinates elsewhere', own: false, grants: [{ ...COORDINATES, scope: 'organisation:0' }] },
    { who: 'the student, who coordinates', own: true, grants: [COORDINATES] },
  ])('is not made by $who', async ({ own, grants }) => {
    const interview = await interviewed();
    const actor = someone(own ? student.id : 'other', ...grants);
    expect(codesOf(await invite(interview.id, actor))).toEqual(['common.not-allowed']);
    expect(await held(interview)).toEqual([]);
  });

  it('is not made while the student’s consent is not live', async () => {
    const silent = await newStudent(ground.ctx, 'silent');
    const interview = anInterview();
    await put(ground.ctx, students, { interviews: [interview], credits: [] }, silent.id);
    unwrap(await withdrawConsent(ground.ctx, newCommand(silent), { person: silent.id, purpose: 'credit' }));
    expect(codesOf(await invite(interview.id))).toEqual(['credit.student-without-consent']);
  });

  it.each([
    { what: 'another attempt', state: 'inviting' as const, holder: 'earlier' },
    { what: 'one that was cancelled', state: 'cancelled' as const, holder: 'now' },
  ])('that is $what by now takes no place', async ({ state, holder }) => {
    const interview = await interviewed({ state, placeHolder: 'now' });
    const answer = await finishInvitation(ground.ctx, student.id, interview.id, holder);
    expect(codesOf(answer)).toEqual(['credit.interview-settled']);
    expect(await held(interview)).toEqual([]);
    expect(await invited()).toEqual(interview);
  });
});

describe('an answer', () => {
  const waiting = { state: 'invited', answerBy: ANSWER_BY, placeHolder: 'place' } as const;
  const accept = (interviewId: string, target: 20 | 50 = 20) =>
    acceptInvitation(ground.ctx, newCommand(student), { interviewId, target });

  it('begins the credit, ends other interviews and is told', async () => {
    const interview = await interviewed(waiting);
    const open = anInterview({ state: 'booked' });
    const [gone] = (await now()).state.interviews as [Interview];
    await put(ground.ctx, students, { interviews: [gone, interview, open], credits: [] }, student.id);
    expect(await accept(interview.id, 50)).toEqual({ ok: true, value: interview.id });
    const after = await now();
    const [begun] = after.state.credits as [Credit];
    const ids = {
      id: interview.id,
      interviewId: interview.id,
      projectId: interview.projectId,
      organisationId: BIN,
    };
    const start = { target: 50, year: 2026, startedOn: '2026-10-05', state: 'working' };
    const blank = { entries: [], report: null, entitlement: null, admission: begun.admission };
    expect(begun).toEqual({ ...ids, ...start, ...blank });
    const receipt = begun.admission as { readonly hash: string };
    expect(receipt).toMatchObject({ set: 'credit.participation', outcome: 'met' });
    const decided = { decidedBy: student.id, decidedAt: new Date(NOW) };
    expect(after.state.interviews).toEqual([
      gone,
      { ...interview, state: 'accepted' },
      { ...open, state: 'cancelled', ...decided },
    ]);
    expect(after).toMatchObject({
      action: 'invitation accepted',
      result: interview.id,
      details: {
        receipt: receipt.hash,
        transitions: [
          { what: 'interview', id: interview.id, from: 'invited', to: 'accepted' },
          { what: 'credit', id: interview.id, from: null, to: 'working' },
          { what: 'interview', id: open.id, from: 'booked', to: 'cancelled' },
        ],
      },
      events: [
        {
          type: 'credit.invitation-accepted',
          data: { student: student.id, interview: interview.id, ended: 1 },
        },
        { type: 'credit.interview-cancelled', data: { student: student.id, interview: open.id } },
      ],
    });
  });

  it.each([
    { when: 'at its last second', at: ANSWER_BY.getTime(), codes: [] },
    { when: 'a millisecond later', at: ANSWER_BY.getTime() + 1, codes: ['credit.invitation-lapsed'] },
  ])('$when', async ({ at, codes }) => {
    const interview = await interviewed(waiting);
    ground.clock.set(new Date(at));
    expect(codesOf(await accept(interview.id))).toEqual(codes);
  });

  it.each(interviewStates)('to an interview that is %s', async (state) => {
    const interview = await interviewed({ state });
    expect(codesOf(await accept(interview.id))).toEqual(
      state === 'invited' ? [] : ['credit.interview-settled'],
    );
  });

  const done = (target: number) => aCredit({ state: 'approved', target });
  it.each([
    { what: 'fifty after twenty', credits: [done(20)], target: 50 as const, codes: [] },
    { what: 'twenty after fifty', credits: [done(50)], target: 20 as const, codes: [] },
    { what: 'fifty after twenty and fifty', credits: [done(20), done(50)], target: 50 as const },
    { what: 'twenty again', credits: [done(20)], target: 20 as const },
    { what: 'twenty beside a running one', credits: [aCredit({ target: 50 })], target: 20 as const },
    {
      what: 'twenty after one that was left',
      credits: [aCredit({ state: 'left' })],
      target: 20 as const,
      codes: [],
    },
  ])('for $what', async ({ credits, target, codes }) => {
    const interview = await interviewed(waiting, 1, credits);
    expect((await accept(interview.id, target)).ok).toBe(codes !== undefined);
  });

  it('of no is kept', async () => {
    const interview = await interviewed(waiting);
    expect(await declineInvitation(ground.ctx, newCommand(student), interview.id)).toMatchObject({
      ok: true,
    });
    expect(await invited()).toMatchObject({ state: 'declined', reason: null, decidedBy: student.id });
  });
});
