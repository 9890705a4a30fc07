// Seats that nobody holds any more are given back, by the owner's state alone; sagas that broke off are taken up again.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { interviewStates, placeStates, slotStates } from '../../../../engine/programmes/credit/states.ts';
import { type Interview, students } from '../../../../engine/programmes/credit/store.ts';
import { finishSagas, reconcileSeats } from '../../../../engine/programmes/credit/sweeping.ts';
import { openSeats, seats, takeSeat } from '../../../../engine/store/seats.ts';
import { aCredit, anInterview } from '../../../support/credit/credits.ts';
import { type Ground, NOW, openGround, put, written } from '../../../support/credit/ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const SLOT = 'credit.slot/project/slot';
const PLACE = 'credit.place/project';

async function held(seat: string, holder: string): Promise<boolean> {
  const found = await seats.on(ground.ctx.db).findById(seat).lean();
  return found?.holders.some(({ id }) => id === holder) ?? false;
}

async function take(seat: string, holder: string): Promise<void> {
  await openSeats(ground.ctx, seat, 100);
  await takeSeat(ground.ctx, seat, holder);
}

it.each(interviewStates)('of an interview that is %s', async (state) => {
  const interview = anInterview({ state });
  const mine = { ...interview, placeHolder: `${interview.id}.now` };
  const other = anInterview({ state: 'cancelled' });
  await put(ground.ctx, students, { interviews: [other, mine], credits: [aCredit({ state: 'left' })] });
  await take(SLOT, mine.id);
  for (const attempt of ['now', 'earlier']) await take(PLACE, `${mine.id}.${attempt}`);
  await reconcileSeats(ground.ctx);
  expect(await held(SLOT, mine.id)).toBe(slotStates.includes(state));
  expect(await held(PLACE, `${mine.id}.now`)).toBe(placeStates.includes(state));
  expect(await held(PLACE, `${mine.id}.earlier`)).toBe(false);
});

it.each(['working', 'approved', 'left'] as const)('of a participation that is %s', async (state) => {
  const interview = anInterview({ state: 'accepted' });
  const holder = `${interview.id}.now`;
  const own = aCredit({ interviewId: interview.id, state });
  const interviews = [{ ...interview, placeHolder: holder }];
  await put(ground.ctx, students, { interviews, credits: [aCredit(), own] });
  await take(PLACE, holder);
  await reconcileSeats(ground.ctx);
  expect(await held(PLACE, holder)).toBe(state !== 'left');
});

it('of nobody; and seats of others are left alone', async () => {
  await take(PLACE, 'unknown.now');
  await take('badge.place/1', 'unknown.now');
  await reconcileSeats(ground.ctx);
  expect(await held(PLACE, 'unknown.now')).toBe(false);
  expect(await held('badge.place/1', 'unknown.now')).toBe(true);
});

it.each(['pending', 'inviting'] as const)('a saga that is %s is found by itself', async (state) => {
  const bookedAt = new Date(new Date(NOW).getTime() - 30_000);
  const interview = { ...anInterview({ state, bookedAt }), placeHolder: state === 'inviting' ? 'now' : null };
  const id = await put(ground.ctx, students, { interviews: [interview], credits: [] });
  for (const seat of [SLOT, PLACE]) await openSeats(ground.ctx, seat, 100);
  await finishSagas(ground.ctx);
  const [after] = (await written(ground.ctx, students, id)).state.interviews as Interview[];
  expect(after?.state).toBe(state === 'pending' ? 'booked' : 'invited');
});

it.each([
  { ago: 30_000, settled: true },
  { ago: 29_999, settled: false },
])('a saga of $ago ms ago is taken up: $settled', async ({ ago, settled }) => {
  const bookedAt = new Date(new Date(NOW).getTime() - ago);
  const pending = anInterview({ state: 'pending', bookedAt });
  const inviting = anInterview({ state: 'inviting', bookedAt });
  const bare = anInterview({ state: 'inviting', bookedAt });
  const interviews = [pending, { ...inviting, placeHolder: `${inviting.id}.now` }, bare];
  const id = await put(ground.ctx, students, { interviews, credits: [] });
  for (const seat of [SLOT, PLACE]) await openSeats(ground.ctx, seat, 100);
  await finishSagas(ground.ctx);
  const after = (await written(ground.ctx, students, id)).state.interviews as Interview[];
  expect(after.map(({ state }) => state)).toEqual(
    settled ? ['booked', 'invited', 'inviting'] : ['pending', 'inviting', 'inviting'],
  );
  expect(await held(SLOT, pending.id)).toBe(settled);
  expect(await held(PLACE, `${inviting.id}.now`)).toBe(settled);
});
