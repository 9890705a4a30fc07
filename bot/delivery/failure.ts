// What follows from a send that failed: wait, try again, or end with a reason that operators can see.
import { chatKey } from '../../engine/kernel/chat.ts';
import { HOUR, SECOND } from '../../engine/kernel/clock.ts';
import { endUnsent, postpone } from '../../engine/notify/progress.ts';
import { keepBusy } from '../../engine/notify/slots.ts';
import type { Delivery } from '../../engine/notify/store.ts';
import { markReachable } from '../../engine/people/reach.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import { SendFailure } from '../dialogue/port.ts';
import { botOf, type Target } from './target.ts';

const FIRST_PAUSE = 5 * SECOND;
const LONGEST_PAUSE = 2 * HOUR;
/** With the pauses above: the last try is a day after the first. */
export const MOST_ATTEMPTS = 22;

/** @param attempt 1 for the first */
export const pauseAfter = (attempt: number): number =>
  Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1));

/** @param begun the delivery as it was before this attempt. @returns when to try again, or null when it has ended */
export async function recordFailure(
  ctx: StoreContext,
  begun: Delivery,
  target: Target,
  error: unknown,
): Promise<Date | null> {
  const said = error instanceof Error ? error.message : String(error);
  // What is no SendFailure went wrong before anything was sent (a text that cannot be rendered): kept for another try.
  const kind = error instanceof SendFailure ? error.kind : 'unavailable';
  const reason = `${kind}: ${said}`.slice(0, 500);
  const { _id: id } = begun;
  const shown = error instanceof SendFailure ? error.shown : 0;
  const progress = shown > 0 ? { shown } : {};
  if (kind === 'refused') return ended(endUnsent(ctx, id, 'failed', reason));
  if (kind === 'unreachable') return elsewhere(ctx, begun, target, reason);
  if (kind === 'flood') {
    const seconds = error instanceof SendFailure ? Math.max(1, error.retryAfter) : 1;
    const until = new Date(ctx.clock.now().getTime() + seconds * SECOND);
    await keepBusy(ctx, botOf(target.address), until);
    return postponed(ctx, id, { until, unsure: begun.unsure, counted: false, error: reason, ...progress });
  }
  const attempts = begun.attempts + 1;
  if (attempts >= MOST_ATTEMPTS) return ended(endUnsent(ctx, id, 'gave-up', reason));
  const until = new Date(ctx.clock.now().getTime() + pauseAfter(attempts));
  const unsure = begun.unsure || kind === 'ambiguous';
  return postponed(ctx, id, { until, unsure, counted: true, error: reason, ...progress });
}

/** The chat takes no messages: another chat of the person may; when none is left, the next look finds it blocked. */
async function elsewhere(ctx: StoreContext, begun: Delivery, target: Target, reason: string) {
  await markReachable(ctx, chatKey(target.address), false);
  const isNotice = begun.kind === 'send' || begun.kind === 'announcement';
  const free = isNotice && target.replaces === null;
  if (!free) return ended(endUnsent(ctx, begun._id, 'blocked', reason));
  // Not unsure any more: this chat has certainly not got it.
  return postponed(ctx, begun._id, {
    until: ctx.clock.now(),
    unsure: false,
    counted: true,
    error: reason,
    shown: 0,
  });
}

async function postponed(ctx: StoreContext, id: string, to: Parameters<typeof postpone>[2]): Promise<Date> {
  await postpone(ctx, id, to);
  return to.until;
}

async function ended(end: Promise<void>): Promise<null> {
  await end;
  return null;
}
