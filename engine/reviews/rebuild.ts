// Builds the review items anew from the programmes' documents: after a restore, or when a kind reads them differently. May run
// beside everything else, and again.
import type { StoreContext } from '../store/context.ts';
import type { ReviewKind } from './kind.ts';
import { refreshReview } from './refresh.ts';
import { reviews } from './store.ts';

/** @returns how many items were looked at */
export async function rebuildReviews<C extends StoreContext>(
  ctx: C,
  kinds: readonly ReviewKind<C>[],
): Promise<number> {
  let count = 0;
  for (const kind of kinds) {
    for await (const subject of kind.subjects(ctx)) {
      await refreshReview(ctx, kind, subject);
      count += 1;
    }
    // Left of what is no longer there.
    const open = reviews.on(ctx.db).find({ kind: kind.id, state: 'open' }, { subject: 1 }).lean().cursor();
    for await (const { subject } of open) await refreshReview(ctx, kind, subject);
  }
  return count;
}
