// The open items of a group, read by index from the stored items.
import type { Actor } from '../../kernel/actor.ts';
import type { StoreContext } from '../../store/context.ts';
import { decidedBy } from '../deciders.ts';
import { reviews } from '../store.ts';

/** How many are decided at once: their lines fit into one message. */
export const MOST = 20;

const open = (kind: string, group: string) => ({ kind, group, state: 'open' as const });

export const openInGroup = (ctx: StoreContext, kind: string, group: string): Promise<number> =>
  reviews.on(ctx.db).countDocuments(open(kind, group));

/** Subjects that an actor may decide, the oldest first; one more than are decided at once tells that there are more. */
export async function subjectsInGroup(
  ctx: StoreContext,
  actor: Actor,
  kind: string,
  group: string,
): Promise<readonly string[]> {
  const found = await reviews
    .on(ctx.db)
    .find({ ...decidedBy(actor), ...open(kind, group) } as never, { subject: 1 })
    .sort({ since: 1, _id: 1 })
    .limit(MOST + 1)
    .lean();
  return found.map(({ subject }) => subject);
}
