// Updates by state, for /metrics. Handled ones are kept for a week: those are counted since yesterday.
import { DAY, systemClock } from '../kernel/clock.ts';
import type { StoreContext } from './context.ts';
import { handled, inboxEntries } from './inbox.ts';

type InboxState = 'waiting' | 'done' | 'dead';

export async function inboxCounts(ctx: StoreContext): Promise<Record<InboxState, number>> {
  const since = new Date(systemClock.now().getTime() - DAY);
  const entries = inboxEntries.raw(ctx.db);
  const [waiting, done, dead] = await Promise.all([
    entries.countDocuments({ state: 'waiting' }),
    entries.countDocuments({ state: 'done', endedAt: { $gte: since } }, { hint: handled }),
    entries.countDocuments({ state: 'dead', endedAt: { $ne: null } }),
  ]);
  return { waiting, done, dead };
}
