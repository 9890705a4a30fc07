// The due dates of an open item: when its deciders are reminded, and when it is escalated. Setting them again is setting them once; one
// that no longer fits how the item stands is void.
import type { StoreContext } from '../../store/context.ts';
import { setTimer } from '../../store/timers.ts';
import { datesOf } from '../due.ts';
import type { Reading, ReviewKind } from '../kind.ts';
import { reviewId } from '../store.ts';

export const REMIND = 'reviews.remind';
export const ESCALATE = 'reviews.escalate';

export async function watchItem<C extends StoreContext>(
  ctx: C,
  kind: ReviewKind<C>,
  subject: string,
  reading: Reading,
  escalated: boolean,
): Promise<void> {
  if (reading.state !== 'open') return;
  const { remind, due } = await datesOf(ctx, kind, subject, reading);
  const data = { kind: kind.id, id: subject };
  const set = (timer: string, dueAt: Date, more = '') =>
    setTimer(ctx, {
      key: `${timer}/${reviewId(kind.id, subject)}/${dueAt.getTime()}${more}`,
      ...{ kind: timer, dueAt, data },
    });
  if (remind && kind.remindAfter) await set(REMIND, remind);
  if (!kind.escalateTo && !kind.substitutes) return;
  // A moment later: at its due date it is not overdue yet.
  if (due && kind.escalateTo) await set(ESCALATE, new Date(due.getTime() + 1));
  const isOverdue = due !== null && due < ctx.clock.now();
  // For nobody who is there: at once, and once for each time that it waits.
  if (escalated && !isOverdue) await set(ESCALATE, reading.since, '/absent');
}
