// Removes what has been dealt with and is old: handled updates, ended deliveries, free sending slots, sign-ins, spent proofs.
// Must never touch what still waits.
import { trusted } from 'mongoose';
import { consoleSessions, signInCodes } from '../access/store.ts';
import { ruleSimulations } from '../editions/simulations.ts';
import { DAY, systemClock } from '../kernel/clock.ts';
import { purgeDrafted } from '../media/drafted.ts';
import { purgeStaged, purgeWebFiles } from '../media/forgotten.ts';
import { uploadDays } from '../media/upload-limits.ts';
import { deliveries, sendingSlots } from '../notify/store.ts';
import { usedProofs } from '../people/mini-app.ts';
import { bulks } from '../reviews/bulk/store.ts';
import type { StoreContext } from '../store/context.ts';
import { handled, inboxEntries } from '../store/inbox.ts';

/** Days for which each is kept after its end. */
export interface Retention {
  /** Longer than a channel may repeat an update (Telegram: a day). */
  readonly handledUpdates: number;
  readonly deadLetters: number;
  /** Longer than a card may wait to be settled. */
  readonly deliveries: number;
  /** Long enough to be asked "was that you?". */
  readonly sessions: number;
  /** They name people as examples: long enough for whoever approves. */
  readonly simulations: number;
  /** Files that nothing shows: longer than an upload takes, and a chat that is away may wait. */
  readonly forgottenFiles: number;
}

export const usualRetention: Retention = {
  handledUpdates: 7,
  deadLetters: 90,
  deliveries: 365,
  sessions: 30,
  simulations: 30,
  forgottenFiles: 2,
};

export async function purge(ctx: StoreContext, kept: Retention = usualRetention): Promise<void> {
  const real = systemClock.now().getTime();
  const now = ctx.clock.now().getTime();
  const before = (from: number, days: number) => trusted({ $lt: new Date(from - days * DAY) });
  const updates = inboxEntries.on(ctx.db).collection;
  // The inbox keeps real time: it has to do with channels, not with programmes.
  await updates.deleteMany({ state: 'done', endedAt: before(real, kept.handledUpdates) }, { hint: handled });
  await updates.deleteMany({ state: 'dead', endedAt: before(real, kept.deadLetters) });
  const ended = { state: trusted({ $ne: 'waiting' }), endedAt: before(now, kept.deliveries) };
  await deliveries.on(ctx.db).deleteMany(ended as never);
  const forgotten = new Date(now - kept.forgottenFiles * DAY);
  await purgeWebFiles(ctx, forgotten);
  await purgeStaged(ctx, forgotten);
  await purgeDrafted(ctx, forgotten);
  await uploadDays.on(ctx.db).deleteMany({ at: before(now, 2) } as never);
  await usedProofs.on(ctx.db).deleteMany({ at: before(now, 1) } as never);
  await sendingSlots.on(ctx.db).deleteMany({ freeAt: before(now, 1) } as never);
  await bulks.on(ctx.db).deleteMany({ at: before(now, 1) } as never);
  // Sessions keep real time, too.
  await signInCodes.on(ctx.db).deleteMany({ expiresAt: before(real, 1) } as never);
  await consoleSessions.on(ctx.db).deleteMany({ openedAt: before(real, kept.sessions) } as never);
  await ruleSimulations.on(ctx.db).deleteMany({ startedAt: before(real, kept.simulations) } as never);
}
