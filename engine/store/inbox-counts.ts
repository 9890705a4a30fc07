// Updates by state, for /metrics. Handled ones are kept for a week: those are counted since yesterday.
import { trusted } from 'mongoose';
import { DAY, systemClock } from '../kernel/clock.ts';
import type { StoreContext } from './context.ts';
import { inboxEntries } from './inbox.ts';

type InboxState = 'waiting' | 'done' | 'dead';

export async function inboxCounts(ctx: StoreContext): Promise<Record<InboxState, number>> {
  const since = new Date(systemClock.now().getTime() - DAY);
  const entries = inboxEntries.on(ctx.db);
  const [waiting, done, dead] = await Promise.all([
    entries.countDocuments({ state: 'waiting' }),
    entries.countDocuments({ state: 'done', endedAt: trusted({ $gte: since }) } as never),
    entries.countDocuments({ state: 'dead', endedAt: trusted({ $ne: null }) } as never),
  ]);
  return { waiting, done, dead };
}
