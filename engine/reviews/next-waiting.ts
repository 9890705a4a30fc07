// The next item that an actor may decide now. What the stored items do not know yet — decided a moment ago — is brought up to
// date on the way, and passed over.
import type { Actor } from '../kernel/actor.ts';
import type { StoreContext } from '../store/context.ts';
import type { ReviewKinds } from './declared.ts';
import type { ReviewKind } from './kind.ts';
import { nextOf } from './queue.ts';
import { refreshReview } from './refresh.ts';
import { standing } from './standing.ts';
import { reviewId } from './store.ts';

export interface Waiting<C extends StoreContext> {
  readonly kind: ReviewKind<C>;
  readonly subject: string;
}

/** How many that are decided already are passed over: more than a person decides before their events are carried. */
const MOST_LATE = 20;

/** @param after was put off: the one that follows it is wanted. @returns null where nothing waits */
export async function nextWaiting<C extends StoreContext>(
  ctx: C,
  kinds: ReviewKinds<C>,
  actor: Actor,
  after: Waiting<C> | null,
): Promise<Waiting<C> | null> {
  const from = after && reviewId(after.kind.id, after.subject);
  for (let late = 0; late < MOST_LATE; late += 1) {
    const item = await nextOf(ctx, actor, from);
    const kind = item && kinds.get(item.kind);
    if (!kind) return null;
    const { subject } = item;
    const found = await standing(ctx, actor, kind, subject);
    if (found.kind === 'theirs' && found.reading.state === 'open') return { kind, subject };
    await refreshReview(ctx, kind, subject);
  }
  return null;
}
