// A nomination is passed on to the republic: never more than the region's seats, whoever passes at the same moment. Whom the
// regional commission placed among its seats goes by itself; who stood behind them, by the department's word.
import { type Command, systemActor } from '../../../kernel/actor.ts';
import { type Refused, type Result, refused } from '../../../kernel/result.ts';
import type { EngineContext } from '../../context.ts';
import { refuseWithoutConsent } from '../consent.ts';
import { refuseAfter } from '../editions/deadlines.ts';
import { editionOf } from '../editions/edition.ts';
import { nominationPassed } from '../events.ts';
import { nominationOf } from '../nominations/nomination.ts';
import { actsForRegion } from '../rights.ts';
import { regionSeats, takeRegionSeat } from '../seats.ts';
import { beginSeat, finishSeat, type SeatSaga } from '../stages/seat-saga.ts';
import { type Nomination, nominations } from '../store.ts';

const passing: SeatSaga = {
  marked: 'passing',
  settled: 'passed',
  back: () => 'not-passed',
  holderOf: ({ regionSeat }) => regionSeat,
  held: (regionSeat, passedAt) => ({ regionSeat, passedAt }),
  take: takeRegionSeat,
  seatsOf: regionSeats,
  announce: nominationPassed,
  full: ({ seats }) => refused('contest.region-full', { count: seats.region }),
};

/** By the department, or by the protocol of its commission. @returns the nomination's id */
export async function passNomination(
  ctx: EngineContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  const nomination = await nominationOf(ctx, id);
  const isProtocol = command.actor.kind === 'system';
  if (!isProtocol && !actsForRegion(command.actor, nomination.region)) return refused('common.not-allowed');
  const edition = await editionOf(ctx, nomination.edition);
  const hindrance =
    (isProtocol ? null : refuseAfter(edition, 'regionalEnds', ctx.clock.now())) ??
    (await refuseWithoutConsent(ctx, nomination.person)) ??
    (isProtocol ? null : await refuseOutOfTurn(ctx, nomination));
  if (hindrance) return hindrance;
  return beginSeat(ctx, command, passing, id, ({ placings }) =>
    placings.region === null ? refused('contest.not-ranked') : null,
  );
}

/** Takes up what broke off. */
export const finishPassing = (ctx: EngineContext, id: string, holder: string): Promise<Result<string>> =>
  finishSeat(ctx, passing, id, holder);

/** In the name of a protocol that was concluded in time, whenever it is carried out. */
export const passByProtocol = (ctx: EngineContext, protocol: string, id: string): Promise<Result<string>> =>
  passNomination(ctx, { id: `pass/${protocol}/${id}`, actor: systemActor }, id);

/** The next in the commission's order comes first. */
async function refuseOutOfTurn(
  ctx: EngineContext,
  { edition, region, placings, _id }: Nomination,
): Promise<Refused | null> {
  const rank = placings.region?.rank ?? null;
  if (rank === null) return null;
  const better = {
    ...{ edition: { $eq: edition }, region: { $eq: region }, state: { $eq: 'not-passed' } },
    ...{ 'placings.region.rank': { $lt: rank }, _id: { $ne: _id } },
    'placings.region.sitting': { $eq: placings.region?.sitting },
  };
  const count = await nominations.raw(ctx.db).countDocuments(better as never);
  return count > 0 ? refused('contest.better-first', { count }) : null;
}
