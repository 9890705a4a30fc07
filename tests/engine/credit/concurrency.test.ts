// The limits of the credit programme hold whatever arrives at once: seats, three interviews, one participation,
// one decision for an entry, one payout for a credit.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { localDate } from '../../../engine/kernel/calendar.ts';
import { DAY, HOUR } from '../../../engine/kernel/clock.ts';
import {
  acceptInvitation,
  bookInterview,
  cancelInterview,
  decideHours,
  declineInvitation,
  inviteStudent,
  reportHours,
  studentStatus,
} from '../../../engine/programmes/credit/programme.ts';
import { orderPayout } from '../../../engine/programmes/credit/use-cases/payouts.ts';
import {
  codesOf,
  type Host,
  newCommand,
  newHost,
  newProject,
  newStudent,
  unwrap,
} from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { countOf } from '../../support/run/counts.ts';

const CROWD = countOf('crowd');
const SEATS = CROWD / 10;

const stage = withEngine('file');
let host: Host;
beforeAll(async () => {
  host = await newHost(stage.ctx);
});

const seat = async (id: string) => stage.ctx.db.collection('seats').findOne({ _id: id as never });

const many = async (count: number, name: string): Promise<Actor[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => newStudent(stage.ctx, `${name}-${index}`)));

/** A student with a participation under way. */
async function working(name: string): Promise<{ student: Actor; interviewId: string }> {
  const { ctx } = stage;
  const student = await newStudent(ctx, name);
  const project = await newProject(ctx, host.head);
  const interviewId = unwrap(await bookInterview(ctx, newCommand(student), project));
  unwrap(await inviteStudent(ctx, newCommand(host.coordinator), interviewId));
  unwrap(await acceptInvitation(ctx, newCommand(student), { interviewId, target: 20 }));
  return { student, interviewId };
}

describe('seats', () => {
  it('simultaneous bookings of a tenth as many seats give exactly those', async () => {
    const { ctx } = stage;
    const { projectId, slotId } = await newProject(ctx, host.head, { slotCapacity: SEATS });
    const students = await many(CROWD, 'crowd');
    const results = await Promise.all(
      students.map((student) => bookInterview(ctx, newCommand(student), { projectId, slotId })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(SEATS);
    const refusals = results.filter((result) => !result.ok);
    expect(new Set(refusals.flatMap(codesOf))).toEqual(new Set(['credit.slot-full']));
    const taken = await seat(`credit.slot/${projectId}/${slotId}`);
    expect(taken).toMatchObject({ capacity: SEATS, left: 0 });
    expect(new Set(taken?.holders.map((holder: { id: string }) => holder.id)).size).toBe(SEATS);
    const booked = await ctx.db
      .collection('credit_students')
      .countDocuments({ 'interviews.slotId': slotId, 'interviews.state': 'booked' });
    expect(booked).toBe(SEATS);
  }, 300_000);

  it('30 invitations at once for 3 places invite exactly 3; a declined one frees exactly one', async () => {
    const { ctx } = stage;
    const { projectId, slotId } = await newProject(ctx, host.head, { places: 3, slotCapacity: 30 });
    const students = await many(30, 'invited');
    const interviews = await Promise.all(
      students.map(async (student) =>
        unwrap(await bookInterview(ctx, newCommand(student), { projectId, slotId })),
      ),
    );
    const results = await Promise.all(
      interviews.map((interviewId) => inviteStudent(ctx, newCommand(host.coordinator), interviewId)),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(3);
    const index = results.findIndex((result) => result.ok);
    const student = students[index];
    const interviewId = interviews[index];
    if (!student || !interviewId) throw new Error('nobody was invited');
    unwrap(await declineInvitation(ctx, newCommand(student), interviewId));
    await stage.carryOn();
    await stage.carryOn();
    expect(await seat(`credit.place/${projectId}`)).toMatchObject({ capacity: 3, left: 1 });
  }, 60_000);
});

describe('a student', () => {
  it('never has a fourth open interview, however many are booked at once', async () => {
    const { ctx } = stage;
    const student = await newStudent(ctx, 'eager');
    const projects = await Promise.all(Array.from({ length: 8 }, () => newProject(ctx, host.head)));
    const results = await Promise.allSettled(
      projects.map((project) => bookInterview(ctx, newCommand(student), project)),
    );
    const booked = results.filter((result) => result.status === 'fulfilled' && result.value.ok);
    expect(booked.length).toBeLessThanOrEqual(3);
    const status = await studentStatus(ctx, student.id);
    expect(status.openInterviews).toHaveLength(booked.length);
    for (const project of projects) await bookInterview(ctx, newCommand(student), project).catch(() => null);
    expect((await studentStatus(ctx, student.id)).openInterviews).toHaveLength(3);
    const fourth = await bookInterview(ctx, newCommand(student), await newProject(ctx, host.head));
    expect(codesOf(fourth)).toEqual(['credit.too-many-interviews']);
  }, 30_000);

  it('never has a second participation, though two invitations are accepted at once', async () => {
    const { ctx } = stage;
    const student = await newStudent(ctx, 'two-doors');
    const interviews: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const project = await newProject(ctx, host.head);
      const interviewId = unwrap(await bookInterview(ctx, newCommand(student), project));
      unwrap(await inviteStudent(ctx, newCommand(host.coordinator), interviewId));
      interviews.push(interviewId);
    }
    const results = await Promise.allSettled(
      interviews.map((interviewId) =>
        acceptInvitation(ctx, newCommand(student), { interviewId, target: 20 }),
      ),
    );
    expect(results.filter((result) => result.status === 'fulfilled' && result.value.ok)).toHaveLength(1);
    const status = await studentStatus(ctx, student.id);
    expect(status.credits.filter((credit) => credit.active)).toHaveLength(1);
    expect(status.openInterviews).toHaveLength(0);
    await stage.carryOn();
    const held = await ctx.db
      .collection('seats')
      .countDocuments({ 'holders.id': { $regex: `^(${interviews.join('|')})\\.` } });
    expect(held).toBe(1);
  }, 30_000);

  it('books the same wish once, however often it arrives', async () => {
    const { ctx } = stage;
    const student = await newStudent(ctx, 'impatient');
    const project = await newProject(ctx, host.head);
    const command = newCommand(student);
    const results = await Promise.all(Array.from({ length: 5 }, () => bookInterview(ctx, command, project)));
    expect(new Set(results.map(unwrap)).size).toBe(1);
    expect(await seat(`credit.slot/${project.projectId}/${project.slotId}`)).toMatchObject({ left: 9 });
  });

  it('frees the time of a cancelled interview for exactly one other', async () => {
    const { ctx } = stage;
    const project = await newProject(ctx, host.head, { slotCapacity: 1 });
    const [first, second, third] = await many(3, 'queue');
    if (!first || !second || !third) throw new Error('three students were wanted');
    const interviewId = unwrap(await bookInterview(ctx, newCommand(first), project));
    expect(codesOf(await bookInterview(ctx, newCommand(second), project))).toEqual(['credit.slot-full']);
    unwrap(await cancelInterview(ctx, newCommand(first), interviewId));
    await stage.carryOn();
    const results = await Promise.all(
      [second, third].map((student) => bookInterview(ctx, newCommand(student), project)),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });
});

describe('hours', () => {
  it('are decided once, though the head and the coordinator tap at once', async () => {
    const { ctx, clock } = stage;
    const { student, interviewId } = await working('worker');
    clock.advance(DAY);
    const date = localDate(new Date(clock.now().getTime() - HOUR));
    const hours = { date, start: '00:30', minutes: 60, what: 'Кітап оқыдық', media: [] };
    const entryId = unwrap(await reportHours(ctx, newCommand(student), hours));
    const results = await Promise.all([
      decideHours(ctx, newCommand(host.head), { entryId, confirm: true }),
      decideHours(ctx, newCommand(host.coordinator), { entryId, confirm: false, reason: 'Басқа күн болды' }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.flatMap(codesOf)).toEqual(['common.already-decided']);
    expect(interviewId).toBeTruthy();
  });

  it('never overlap, though two reports of one time arrive at once', async () => {
    const { ctx, clock } = stage;
    const { student } = await working('double');
    clock.advance(DAY);
    const date = localDate(new Date(clock.now().getTime() - HOUR));
    const report = (start: string) =>
      reportHours(ctx, newCommand(student), { date, start, minutes: 90, what: 'Кітап оқыдық', media: [] });
    const results = await Promise.all([report('00:10'), report('01:00'), report('00:40')]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(new Set(results.flatMap(codesOf))).toEqual(new Set(['credit.hours-overlap']));
  });
});

describe('a payout', () => {
  it('exists only for an approved report, and once', async () => {
    const { ctx } = stage;
    const { interviewId } = await working('early');
    await expect(orderPayout(ctx, newCommand(), interviewId)).rejects.toMatchObject({ code: 'not-found' });
    expect(await ctx.db.collection('credit_payouts').countDocuments({ _id: interviewId as never })).toBe(0);
  });
});
