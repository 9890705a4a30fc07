// How a nomination comes to hold a seat of its college or its region: the attempt is marked in the nomination, a seat is
// taken if one is left, the nomination moves on or is as it was. Each step may be repeated; whatever broke off is taken up.
import { type Command, systemActor } from '../../../kernel/actor.ts';
import { newShortId } from '../../../kernel/ids.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { DomainEvent } from '../../../store/owned.ts';
import { freeSeat } from '../../../store/seats.ts';
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import { nominationOf, refuseMove } from '../nominations/nomination.ts';
import type { NominationState } from '../states.ts';
import { type Edition, type Nomination, nominations } from '../store.ts';
import { transition } from '../transitions.ts';

/** One of the two quotas. */
export interface SeatSaga {
  readonly marked: NominationState;
  readonly settled: NominationState;
  /** Where a nomination stands again that found no seat. */
  readonly back: (nomination: Nomination) => NominationState;
  readonly holderOf: (nomination: Nomination) => string | null;
  /** The fields of the attempt: who holds, and since when; both null to give it up. */
  readonly held: (holder: string | null, at: Date | null) => Partial<Nomination>;
  readonly take: (
    ctx: EngineContext,
    edition: Edition,
    of: Nomination,
    holder: string,
  ) => Promise<'taken' | 'full'>;
  readonly seatsOf: (nomination: Nomination) => string;
  readonly announce: (about: { readonly nomination: string; readonly person: string }) => DomainEvent;
  readonly full: (edition: Edition) => Refused;
}

/** @param hindrance looked at in the very write that marks the attempt @returns the nomination's id */
export async function beginSeat(
  ctx: EngineContext,
  command: Command,
  saga: SeatSaga,
  id: string,
  hindrance: (nomination: Nomination) => Refused | null,
): Promise<Result<string>> {
  const marked = await change(ctx, nominations, id, command, (nomination) => {
    const refusal = refuseMove(nomination, saga.marked) ?? hindrance(nomination);
    if (refusal) return refusal;
    const holder = `${id}.${newShortId()}`;
    return ok({
      action: `nomination ${saga.marked}`,
      set: { state: saga.marked, ...saga.held(holder, ctx.clock.now()) },
      result: holder,
      details: transition(id, nomination.state, saga.marked),
    });
  });
  return marked.ok ? finishSeat(ctx, saga, id, marked.value) : marked;
}

/** Takes the seat and settles an attempt either way. Safe to call for a nomination in any state. */
export async function finishSeat(
  ctx: EngineContext,
  saga: SeatSaga,
  id: string,
  holder: string,
): Promise<Result<string>> {
  const nomination = await nominationOf(ctx, id);
  const edition = await editionOf(ctx, nomination.edition);
  if (nomination.state !== saga.marked || saga.holderOf(nomination) !== holder)
    return outcomeOf(saga, edition, nomination, holder);
  const taken = (await saga.take(ctx, edition, nomination, holder)) === 'taken';
  const settled = await settle(ctx, saga, id, holder, taken);
  if (settled.ok) return taken ? ok(id) : saga.full(edition);
  // Settled otherwise meanwhile: a seat that was just taken is nobody's, unless they took the same one.
  const now = await nominationOf(ctx, id);
  if (taken && saga.holderOf(now) !== holder) await freeSeat(ctx, saga.seatsOf(now), holder);
  return outcomeOf(saga, edition, now, holder);
}

/** What became of a settled attempt: a repeat of its command answers as the first time did. */
function outcomeOf(saga: SeatSaga, edition: Edition, nomination: Nomination, holder: string): Result<string> {
  const was = (taken: boolean) =>
    nomination.applied.some(({ cmd }) => cmd === attemptOf(saga, holder, taken).id);
  if (was(true)) return ok(nomination._id);
  return was(false) ? saga.full(edition) : refused(`contest.nomination-is-${nomination.state}`);
}

function settle(ctx: EngineContext, saga: SeatSaga, id: string, holder: string, taken: boolean) {
  return change(ctx, nominations, id, attemptOf(saga, holder, taken), (nomination) => {
    if (nomination.state !== saga.marked || saga.holderOf(nomination) !== holder)
      return refused(`contest.nomination-is-${nomination.state}`);
    const to = taken ? saga.settled : saga.back(nomination);
    return ok({
      action: taken ? `nomination ${to}` : 'no seat left',
      set: { state: to, ...(taken ? {} : saga.held(null, null)) },
      events: taken ? [saga.announce({ nomination: id, person: nomination.person })] : [],
      result: id,
      details: transition(id, nomination.state, to),
    });
  });
}

/** One attempt is settled once, by whoever is first. */
const attemptOf = ({ settled }: SeatSaga, holder: string, taken: boolean): Command => ({
  id: `${taken ? settled : `not-${settled}`}/${holder}`,
  actor: systemActor,
});
