// The college's responsible person sends those whom its commission chose to the region: never more than the edition's seats,
// whoever sends at the same moment, and by the last second of the day of sending.
import type { Command } from '../../../kernel/actor.ts';
import { type Refused, type Result, refused } from '../../../kernel/result.ts';
import type { EngineContext } from '../../context.ts';
import { refuseWithoutConsent } from '../consent.ts';
import { refuseAfter } from '../editions/deadlines.ts';
import { editionOf } from '../editions/edition.ts';
import { nominationSent } from '../events.ts';
import { nominationOf } from '../nominations/nomination.ts';
import { actsForCollege } from '../rights.ts';
import { collegeSeats, takeCollegeSeat } from '../seats.ts';
import { beginSeat, finishSeat, type SeatSaga } from '../stages/seat-saga.ts';
import { type Nomination, nominations } from '../store.ts';

const sending: SeatSaga = {
  marked: 'sending',
  settled: 'sent',
  back: ({ placings }) => (placings.college?.awarded ? 'chosen' : 'reserve'),
  holderOf: ({ collegeSeat }) => collegeSeat,
  held: (collegeSeat, sentAt) => ({ collegeSeat, sentAt }),
  take: takeCollegeSeat,
  seatsOf: collegeSeats,
  announce: nominationSent,
  full: ({ seats }) => refused('contest.college-full', { count: seats.college }),
};

/** @returns the nomination's id */
export async function sendNomination(
  ctx: EngineContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  const nomination = await nominationOf(ctx, id);
  if (!actsForCollege(command.actor, nomination.college)) return refused('common.not-allowed');
  const edition = await editionOf(ctx, nomination.edition);
  const hindrance =
    refuseAfter(edition, 'submissionEnds', ctx.clock.now()) ??
    (await refuseWithoutConsent(ctx, nomination.person)) ??
    (await refuseOutOfTurn(ctx, nomination));
  if (hindrance) return hindrance;
  const late = () => refuseAfter(edition, 'submissionEnds', ctx.clock.now());
  return beginSeat(ctx, command, sending, id, late);
}

/** Takes up a sending that broke off. */
export const finishSending = (ctx: EngineContext, id: string, holder: string): Promise<Result<string>> =>
  finishSeat(ctx, sending, id, holder);

/** Whom the commission ranked behind the seats moves up once nobody is left whom it chose. */
async function refuseOutOfTurn(
  ctx: EngineContext,
  { state, edition, college }: Nomination,
): Promise<Refused | null> {
  if (state !== 'reserve') return null;
  const before = { edition: { $eq: edition }, college: { $eq: college }, state: { $eq: 'chosen' } };
  const count = await nominations.raw(ctx.db).countDocuments(before as never);
  return count > 0 ? refused('contest.chosen-first', { count }) : null;
}
