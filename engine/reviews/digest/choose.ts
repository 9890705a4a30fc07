// Somebody of the staff chooses the hour of their daily digest, or to hear of each item at once.
import { addDays, instantOf, type LocalTime, localDate } from '../../kernel/calendar.ts';
import { preferNotices } from '../../people/notice-preferences.ts';
import type { StoreContext } from '../../store/context.ts';
import { setTimer } from '../../store/timers.ts';

export const DIGEST = 'reviews.digest';

/** @param at null for each at once */
export async function chooseDigest(ctx: StoreContext, personId: string, at: LocalTime | null): Promise<void> {
  await preferNotices(ctx, personId, { digestAt: at });
  if (at !== null) await setNextDigest(ctx, personId, at);
}

/** The next time that it is that hour. */
export async function setNextDigest(ctx: StoreContext, person: string, at: LocalTime): Promise<void> {
  const today = localDate(ctx.clock.now());
  const isOver = instantOf(today, at) <= ctx.clock.now();
  const day = isOver ? addDays(today, 1) : today;
  await setTimer(ctx, {
    key: `${DIGEST}/${person}/${day}/${at}`,
    ...{ kind: DIGEST, dueAt: instantOf(day, at), data: { person, at } },
  });
}
