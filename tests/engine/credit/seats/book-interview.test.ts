// Booking an interview: who may, until when, and what becomes of the seat in whatever state the saga is taken up.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../engine/kernel/actor.ts';
import { organisations } from '../../../../engine/organisations/store.ts';
import { withdrawConsent } from '../../../../engine/people/consents.ts';
import { slotSeat } from '../../../../engine/programmes/credit/cases.ts';
import {
  type InterviewState,
  interviewStates,
  openInterviewStates,
  type ProjectState,
} from '../../../../engine/programmes/credit/states.ts';
import { type Interview, projects, students } from '../../../../engine/programmes/credit/store.ts';
import {
  bookInterview,
  finishBooking,
} from '../../../../engine/programmes/credit/use-cases/book-interview.ts';
import { openSeats, seats, takeSeat } from '../../../../engine/store/seats.ts';
import { BIN, codesOf, newCommand, newHost, newStudent, unwrap } from '../../../support/credit/cast.ts';
import { aCredit, anInterview } from '../../../support/credit/credits.ts';
import { type Ground, NOW, openGround, put, steps, written } from '../../../support/credit/ground.ts';

let ground: Ground;
let student: Actor;
beforeAll(async () => {
  ground = await openGround();
  await newHost(ground.ctx);
  student = await newStudent(ground.ctx, 'seeker');
});
afterAll(() => ground.close());
beforeEach(async () => {
  ground.clock.set(NOW);
  await has();
});

const STARTS = new Date('2026-10-06T10:00:00.000Z');
const has = (interviews: readonly Interview[] = [], credits = [] as ReturnType<typeof aCredit>[]) =>
  put(ground.ctx, students, { interviews: [...interviews], credits }, student.id);

async function project(state: ProjectState = 'published', capacity = 1, organisationId = BIN) {
  const words = {
    title: 'Жоба',
    searchTitle: 'жоба',
    description: 'Кітап оқу',
    address: 'Астана',
    region: '71',
  };
  const slots = ['other', 'slot'].map((id) => ({ id, startsAt: STARTS, capacity }));
  const period = { from: '2026-09-10', to: '2026-12-04', places: 2, slots };
  const origin = { organisationId, createdBy: 'head', createdAt: new Date(NOW) };
  const set = { ...words, ...period, ...origin, direction: 'elderly', state } as const;
  const projectId = await put(ground.ctx, projects, set);
  await openSeats(ground.ctx, slotSeat(projectId, 'slot'), capacity);
  return { projectId, slotId: 'slot' };
}

const book = (input: Awaited<ReturnType<typeof project>>, actor = student) =>
  bookInterview(ground.ctx, newCommand(actor), input);
const interviews = async () =>
  (await written(ground.ctx, students, student.id)).state.interviews as Interview[];
const holders = async ({ projectId, slotId }: Awaited<ReturnType<typeof project>>) =>
  (await seats.on(ground.ctx.db).findById(slotSeat(projectId, slotId)).lean())?.holders.map(({ id }) => id);

describe('a booking', () => {
  it('holds a seat of its time and tells of it', async () => {
    const input = await project();
    const id = unwrap(await book(input));
    expect(await written(ground.ctx, students, student.id)).toMatchObject({
      state: {
        interviews: [
          {
            ...{
              id,
              ...input,
              organisationId: BIN,
              startsAt: STARTS,
              state: 'booked',
              bookedAt: new Date(NOW),
            },
            ...{ answerBy: null, placeHolder: null, decidedBy: null, decidedAt: null, reason: null },
          },
        ],
      },
      action: 'interview booked',
      actor: `person:${student.id}`,
      result: id,
      details: { transitions: [{ what: 'interview', id, from: 'pending', to: 'booked' }] },
      events: [{ type: 'credit.interview-booked', data: { student: student.id, interview: id } }],
    });
    expect(await holders(input)).toEqual([id]);
  });

  it('leaves the wish in the audit trail, and has a name of its own', async () => {
    const [one, other] = [await project(), await project()];
    const ids = [unwrap(await book(one)), unwrap(await book(other))];
    expect(new Set(ids).size).toBe(2);
    const wishes = (await steps(ground.ctx, students, student.id)).filter(
      ({ action }) => action === 'interview wished',
    );
    expect(wishes.slice(-2).map(({ details }) => details)).toMatchObject(
      ids.map((id) => ({ transitions: [{ what: 'interview', id, from: null, to: 'pending' }] })),
    );
  });

  it('of a full time is told so, as often as it is asked for', async () => {
    const input = await project();
    await takeSeat(ground.ctx, slotSeat(input.projectId, 'slot'), 'somebody');
    const command = newCommand(student);
    for (let time = 0; time < 2; time += 1)
      expect(codesOf(await bookInterview(ground.ctx, command, input))).toEqual(['credit.slot-full']);
    const after = await written(ground.ctx, students, student.id);
    expect(after).toMatchObject({ action: 'interview unavailable', events: [] });
    expect((await interviews()).map(({ state }) => state)).toEqual(['unavailable']);
    expect(await holders(input)).toEqual(['somebody']);
  });

  it.each([
    { what: 'a millisecond before it begins', now: STARTS.getTime() - 1, codes: [] },
    { what: 'as it begins', now: STARTS.getTime(), codes: ['credit.slot-gone'] },
  ])('is made until $what', async ({ now, codes }) => {
    ground.clock.set(new Date(now));
    expect(codesOf(await book(await project()))).toEqual(codes);
  });

  it.each<ProjectState>(['draft', 'closed'])('is not made in a project that is %s', async (state) => {
    expect(codesOf(await book(await project(state)))).toEqual(['credit.slot-gone']);
    expect(await interviews()).toEqual([]);
  });

  it('is not made of a time that there is not', async () => {
    const input = await project();
    expect(codesOf(await book({ ...input, slotId: 'none' }))).toEqual(['credit.slot-gone']);
  });

  it('is not made where the organisation is not accredited', async () => {
    const found = await organisations.on(ground.ctx.db).collection.findOne({ _id: BIN as never });
    const other = { ...found, _id: '190140000099', accreditation: 'revoked' };
    await organisations.on(ground.ctx.db).collection.insertOne(other as never);
    expect(codesOf(await book(await project('published', 1, other._id)))).toEqual(['credit.slot-gone']);
  });

  it.each(interviewStates)('beside one of the same project that is %s', async (state) => {
    const input = await project();
    await has([anInterview({ state, projectId: input.projectId }), anInterview({ state: 'cancelled' })]);
    const isOpen = openInterviewStates.includes(state);
    expect(codesOf(await book(input))).toEqual(isOpen ? ['credit.already-booked'] : []);
  });

  it.each([
    { open: 2, active: 0, codes: [] },
    { open: 3, active: 0, codes: ['credit.too-many-interviews'] },
    { open: 0, active: 1, codes: ['credit.already-participating'] },
  ])('beside $open others and $active credits', async ({ open, active, codes }) => {
    const others = Array.from({ length: open }, () => anInterview({ state: 'booked' }));
    await has(others, active === 1 ? [aCredit()] : []);
    expect(codesOf(await book(await project()))).toEqual(codes);
    expect(await interviews()).toHaveLength(codes.length === 0 ? open + 1 : open);
  });

  it('needs a consent', async () => {
    const silent = await newStudent(ground.ctx, 'silent');
    unwrap(await withdrawConsent(ground.ctx, newCommand(silent), { person: silent.id, purpose: 'credit' }));
    expect(codesOf(await book(await project(), silent))).toEqual(['credit.no-consent']);
  });
});

describe('taken up later', () => {
  it.each<{ state: InterviewState; codes: string[] }>(
    interviewStates
      .filter((state) => state !== 'pending')
      .map((state) => ({ state, codes: state === 'unavailable' ? ['credit.slot-full'] : [] })),
  )('one that is $state stays so', async ({ state, codes }) => {
    const input = await project();
    const interview = anInterview({ ...input, state });
    await has([interview]);
    expect(codesOf(await finishBooking(ground.ctx, student.id, interview.id))).toEqual(codes);
    expect(await interviews()).toEqual([interview]);
    expect(await holders(input)).toEqual([]);
  });

  it('one that waits is booked, with the seat that it may have already', async () => {
    const input = await project();
    const interview = anInterview({ ...input, state: 'pending' });
    await has([anInterview({ state: 'cancelled' }), interview]);
    await takeSeat(ground.ctx, slotSeat(input.projectId, 'slot'), interview.id);
    expect(unwrap(await finishBooking(ground.ctx, student.id, interview.id))).toBe(interview.id);
    expect((await interviews()).map(({ state }) => state)).toEqual(['cancelled', 'booked']);
    expect(await holders(input)).toEqual([interview.id]);
  });
});
