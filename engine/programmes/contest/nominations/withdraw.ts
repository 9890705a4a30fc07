// A nomination is withdrawn: by the nominee at any time, by the college's responsible person until the day of sending. The
// seats that it held are free again.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import { freeSeat } from '../../../store/seats.ts';
import type { EngineContext } from '../../context.ts';
import { refuseAfter } from '../editions/deadlines.ts';
import { editionOf } from '../editions/edition.ts';
import { nominationWithdrawn } from '../events.ts';
import { actsForCollege } from '../rights.ts';
import { collegeSeats, regionSeats } from '../seats.ts';
import { type Nomination, nominations } from '../store.ts';
import { transition } from '../transitions.ts';
import { nominationOf, refuseMove } from './nomination.ts';

/** @returns the nomination's id */
export async function withdrawNomination(
  ctx: EngineContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  const nomination = await nominationOf(ctx, id);
  const { actor } = command;
  const isOwn = actor.kind === 'system' || actor.id === nomination.person;
  if (!isOwn && !actsForCollege(actor, nomination.college)) return refused('common.not-allowed');
  const edition = await editionOf(ctx, nomination.edition);
  const late = refuseAfter(edition, isOwn ? 'republicanEnds' : 'submissionEnds', ctx.clock.now());
  // Whoever ends the consent, or is erased, is let go whatever the day.
  return late && actor.kind !== 'system' ? late : withdraw(ctx, command, nomination);
}

async function withdraw(
  ctx: EngineContext,
  command: Command,
  { _id: id, person }: Nomination,
): Promise<Result<string>> {
  const done = await change(ctx, nominations, id, command, (current) => {
    const refusal = refuseMove(current, 'withdrawn');
    if (refusal) return refusal;
    const { collegeSeat, regionSeat } = current;
    return ok({
      action: 'nomination withdrawn',
      set: { state: 'withdrawn' as const, collegeSeat: null, regionSeat: null },
      events: [nominationWithdrawn({ nomination: id, person, collegeSeat, regionSeat })],
      result: { collegeSeat, regionSeat },
      details: transition(id, current.state, 'withdrawn'),
    });
  });
  if (!done.ok) return done;
  await freeSeatsOf(ctx, id, done.value);
  return ok(id);
}

/** Also done on the event, for a withdrawal that broke off before this. */
export async function freeSeatsOf(
  ctx: EngineContext,
  id: string,
  held: { readonly collegeSeat: string | null; readonly regionSeat: string | null },
): Promise<void> {
  const nomination = await nominationOf(ctx, id);
  if (held.collegeSeat !== null) await freeSeat(ctx, collegeSeats(nomination), held.collegeSeat);
  if (held.regionSeat !== null) await freeSeat(ctx, regionSeats(nomination), held.regionSeat);
}
