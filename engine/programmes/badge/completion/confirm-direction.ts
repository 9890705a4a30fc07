// The mentor confirms a direction with a short assessment, once its requirement is met by the rules and, where the source
// asks for it, a short video shows the result (§3.1).
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Reason, type Result, refused, refusedFor } from '../../../kernel/result.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { refuseWithoutConsent } from '../consent.ts';
import { partsOfKind, shownDirections } from '../progress/part.ts';
import { standingOf } from '../progress/standing.ts';
import { partsNow } from '../progress/view.ts';
import type { Direction } from '../states.ts';
import { type Participation, participations } from '../store.ts';
import { refuseUnlessActing } from '../supervision/acting.ts';
import { confirmationTakenBack, directionConfirmed } from './events.ts';

export interface Assessed {
  readonly direction: Direction;
  /** A short characterisation of the work, and what is recommended. */
  readonly assessment: string;
}

/** @returns the participation's id */
export async function confirmDirection(
  ctx: EngineContext,
  command: Command,
  id: string,
  { direction, assessment }: Assessed,
): Promise<Result<string>> {
  const participation = await participationOf(ctx, id);
  const barred =
    (await refuseUnlessActing(ctx, command.actor, participation)) ??
    (await refuseWithoutConsent(ctx, participation.person));
  if (barred) return barred;
  return change(ctx, participations, id, command, async (current) => {
    if (current.state !== 'active') return refused('badge-journal.participation-over');
    if (isConfirmed(current, direction)) return refused('badge-journal.confirmed-already');
    const missing = await missingForConfirmation(ctx, current, direction);
    if (missing.length > 0) return refusedFor(missing);
    const one = { direction, by: command.actor.id, at: ctx.clock.now(), assessment: assessment.trim() };
    return ok({
      action: 'direction confirmed',
      set: { confirmed: [...current.confirmed, one] },
      events: [directionConfirmed({ participation: id, person: current.person, direction })],
      result: id,
      details: { direction },
    });
  });
}

/** As long as the level was not nominated. */
export async function takeConfirmationBack(
  ctx: EngineContext,
  command: Command,
  id: string,
  direction: Direction,
): Promise<Result<string>> {
  const barred = await refuseUnlessActing(ctx, command.actor, await participationOf(ctx, id));
  if (barred) return barred;
  return change(ctx, participations, id, command, (current) => {
    if (!isConfirmed(current, direction)) return refused('reviews.nothing-to-undo');
    if (!['active', 'complete'].includes(current.state)) return refused('reviews.undo-overtaken');
    return ok({
      action: 'confirmation taken back',
      set: { confirmed: current.confirmed.filter((each) => each.direction !== direction) },
      events: [confirmationTakenBack({ participation: id, person: current.person, direction })],
      result: id,
      details: { direction },
    });
  });
}

/** Why a direction cannot be confirmed yet; empty where it can. */
export async function missingForConfirmation(
  ctx: EngineContext,
  participation: Participation,
  direction: Direction,
): Promise<readonly Reason[]> {
  const parts = (await partsNow(ctx, participation._id)).filter(({ round }) => round === participation.round);
  const { directions } = await standingOf(ctx, participation, parts);
  const standing = directions.find((each) => each.direction === direction);
  if (!standing) return [{ code: 'badge-journal.direction-not-taken' }];
  const hasVideo = partsOfKind(parts, 'result').some((each) => each.direction === direction);
  const needsVideo = shownDirections.includes(direction) && !isByBook(participation, direction);
  return [
    ...(standing.met
      ? []
      : [{ code: 'badge-journal.direction-short', params: { direction, percent: standing.percent } }]),
    ...(needsVideo && !hasVideo ? [{ code: 'badge-journal.assessment-needs-video' }] : []),
  ];
}

const isConfirmed = ({ confirmed }: Participation, direction: Direction): boolean =>
  confirmed.some((each) => each.direction === direction);

/** An extra book is shown by its essay. */
const isByBook = ({ directions }: Participation, direction: Direction): boolean =>
  directions.some((each) => each.direction === direction && each.form === 'extra-book');
