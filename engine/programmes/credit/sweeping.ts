// Sagas that broke off are taken up again, and seats that nobody holds any more are given back.
// Only the owner's state decides: no seat is freed because time has passed.
import { trusted } from 'mongoose';
import { MINUTE } from '../../kernel/clock.ts';
import { freeSeat, seats } from '../../store/seats.ts';
import type { EngineContext } from '../context.ts';
import { placeStates, slotStates } from './states.ts';
import { type CreditStudent, type Interview, students } from './store.ts';
import { finishBooking } from './use-cases/book-interview.ts';
import { finishInvitation } from './use-cases/invite-student.ts';

/** A saga is left alone for this long: its own process most likely is still at it. */
const PATIENCE = MINUTE / 2;

/** Finishes bookings and invitations that were noted but not settled. */
export async function finishSagas(ctx: EngineContext): Promise<void> {
  const states = trusted({ $in: ['pending', 'inviting'] });
  const found = (await students
    .on(ctx.db)
    .find({ 'interviews.state': states } as never)
    .limit(500)
    .lean()) as CreditStudent[];
  const before = ctx.clock.now().getTime() - PATIENCE;
  for (const student of found) {
    for (const interview of student.interviews) {
      if (interview.bookedAt.getTime() > before) continue;
      if (interview.state === 'pending') await finishBooking(ctx, student._id, interview.id);
      const { state, placeHolder } = interview;
      if (state === 'inviting' && placeHolder)
        await finishInvitation(ctx, student._id, interview.id, placeHolder);
    }
  }
}

/** Gives back seats whose interview has ended in a way that holds none. Interviews never leave such an end. */
export async function reconcileSeats(ctx: EngineContext): Promise<void> {
  const held = seats
    .on(ctx.db)
    .find({ _id: trusted({ $regex: /^credit\./ }), 'holders.0': trusted({ $exists: true }) } as never);
  for await (const seat of held.lean().cursor()) {
    for (const holder of seat.holders) {
      if (await isForfeited(ctx, seat._id, holder.id)) await freeSeat(ctx, seat._id, holder.id);
    }
  }
}

async function isForfeited(ctx: EngineContext, seat: string, holder: string): Promise<boolean> {
  const [interviewId = ''] = holder.split('.');
  const student = (await students
    .on(ctx.db)
    .findOne({ 'interviews.id': interviewId })
    .lean()) as CreditStudent | null;
  const interview = student?.interviews.find((each) => each.id === interviewId);
  if (!student || !interview) return true;
  if (seat.startsWith('credit.slot/')) return !slotStates.includes(interview.state);
  const isItsPlace = interview.placeHolder === holder && placeStates.includes(interview.state);
  return !isItsPlace || hasLeft(student, interview);
}

const hasLeft = (student: CreditStudent, interview: Interview): boolean =>
  student.credits.some((credit) => credit.interviewId === interview.id && credit.state === 'left');
