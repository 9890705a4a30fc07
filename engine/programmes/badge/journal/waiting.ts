// An entry that waits: when its mentor is reminded, when it is overdue, and when the mentor's expert hears of it.
import { naming } from '../../../kernel/about.ts';
import { addDays, endOfDay, localDate } from '../../../kernel/calendar.ts';
import { text } from '../../../kernel/message.ts';
import type { TimerHandling } from '../../../parts/part.ts';
import { nameOf } from '../../../people/reach.ts';
import { setTimer } from '../../../store/timers.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { coordinatorsOf } from '../supervision/reach.ts';
import { messageOf, toEach } from '../words.ts';
import { entryOf } from './cases.ts';
import { arbiterOf } from './dispute.ts';
import type { OfEntry } from './events.ts';

export const ENTRY_TIMER = 'badge.entry-waits';

const after = (ctx: EngineContext, since: Date, days: 'entryReviewDays' | 'entryEscalationDays'): Date => {
  const on = localDate(since);
  return endOfDay(addDays(on, ctx.rules.number('badge', days, on)));
};

/** For review kinds: their deciders are reminded on the day on which it is overdue. */
export const reviewDue = (ctx: EngineContext, since: Date): Date => after(ctx, since, 'entryReviewDays');

export async function watchEntry(
  ctx: EngineContext,
  { id, data }: { readonly id: string; readonly data: OfEntry },
): Promise<void> {
  const { sentAt } = await entryOf(ctx, data.entry);
  const dueAt = after(ctx, sentAt, 'entryEscalationDays');
  await setTimer(ctx, { key: `${ENTRY_TIMER}/${id}`, kind: ENTRY_TIMER, dueAt, data: { id: data.entry } });
}

/** It still waits: the expert hears of it, or the coordinator where there is none. */
export const entryStillWaits: TimerHandling<EngineContext> = async (ctx, { data, dueAt }) => {
  const entry = await entryOf(ctx, String(data.id)).catch(() => null);
  if (entry?.state !== 'sent' || after(ctx, entry.sentAt, 'entryEscalationDays') > dueAt) return [];
  const participation = await participationOf(ctx, entry.participation);
  if (participation.state !== 'active') return [];
  const expert = await arbiterOf(ctx, participation);
  const told = expert === null ? await coordinatorsOf(ctx, participation.region) : [expert];
  const { mentor, person } = participation;
  const params = {
    name: await nameOf(ctx, person),
    mentor: await nameOf(ctx, mentor),
    since: entry.sentAt.toISOString(),
  };
  const said = naming(text('badge-mentor:notice.entry-waits', params), person, mentor);
  const open = {
    label: text('badge-mentor:button.journal'),
    action: { go: 'badge.journal-of', argument: participation._id },
  };
  return toEach(
    told.filter((each) => each !== person),
    messageOf([said], open),
  );
};
