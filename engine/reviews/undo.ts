// Undoing: for a while whoever took a reversible decision may take it back. What became of the subject meanwhile is the kind's to
// say, in the write that undoes.
import type { Command } from '../kernel/actor.ts';
import { MINUTE } from '../kernel/clock.ts';
import { type Refused, type Result, refused } from '../kernel/result.ts';
import type { StoreContext } from '../store/context.ts';
import { mayDecide } from './deciders.ts';
import type { Reading, ReviewKind } from './kind.ts';
import { readingOf, refreshReview } from './refresh.ts';

/** Milliseconds after a decision. Source: bots.md, «Mentors and staff». */
export const UNDO_WITHIN = 5 * MINUTE;

type Undoable = Pick<ReviewKind, 'decisions'>;

export const isUndoable = ({ decisions }: Undoable, decision: string): boolean =>
  decisions[decision]?.effect === 'reversible';

/** Why a person may not undo the last decision now; null where they may. */
export function refuseUndo(
  { decisions }: Undoable,
  { state, decision }: Pick<Reading, 'state' | 'decision'>,
  personId: string,
  now: Date,
): Refused | null {
  if (state !== 'decided' || !decision) return refused('reviews.nothing-to-undo');
  if (decision.by !== personId) return refused('reviews.undo-not-yours');
  const isReversible = Object.values(decisions).some(
    (each) => each.effect === 'reversible' && each.how === decision.how,
  );
  if (!isReversible) return refused('reviews.undo-final');
  const until = new Date(decision.at.getTime() + UNDO_WITHIN);
  return now < until ? null : refused('reviews.undo-too-late', { until: until.toISOString() });
}

/** Takes the last decision back, if it is the actor's and was taken just now. A repeat of the command answers as before. */
export async function undoDecision<C extends StoreContext>(
  ctx: C,
  command: Command,
  kind: ReviewKind<C>,
  subject: string,
): Promise<Result<unknown>> {
  const reading = await readingOf(ctx, kind, subject);
  if (!reading) return refused('reviews.gone');
  if (!kind.undo) return refused('reviews.undo-final');
  if (!(await mayDecide(ctx, command.actor, kind, subject, reading))) return refused('common.not-allowed');
  // Open, it may have been undone by this very command: its owner knows.
  const isOpen = reading.state === 'open' && !reading.decision;
  const refusal = isOpen ? null : refuseUndo(kind, reading, command.actor.id, ctx.clock.now());
  if (refusal) return refusal;
  const undone = await kind.undo(ctx, { seen: reading.version, ...command }, subject);
  if (undone.ok) await refreshReview(ctx, kind, subject);
  return undone;
}
