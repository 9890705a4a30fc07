// What happens at an item's due dates, if it still waits: its deciders are reminded; of what is overdue, or for nobody who is there,
// the next role hears.
import { type Message, type Text, text } from '../../kernel/message.ts';
import type { Notice } from '../../notify/notice.ts';
import type { TimerHandling } from '../../parts/part.ts';
import { holdersOf } from '../../people/reach.ts';
import type { StoreContext } from '../../store/context.ts';
import type { Timer } from '../../store/timers.ts';
import { shellButton } from '../card.ts';
import { decidersOf } from '../deciders.ts';
import type { ReviewKinds } from '../declared.ts';
import { datesOf } from '../due.ts';
import type { Reading, ReviewKind } from '../kind.ts';
import { presentOf } from '../presence.ts';
import { readingOf, refreshReview } from '../refresh.ts';
import { word } from '../words.ts';

export type KindsOf<C extends StoreContext> = (ctx: C) => ReviewKinds<C>;

interface Due<C extends StoreContext> {
  readonly kind: ReviewKind<C>;
  readonly subject: string;
  readonly reading: Reading;
}

/** Null where nothing waits any more. */
async function stillOpen<C extends StoreContext>(
  ctx: C,
  kinds: ReviewKinds<C>,
  { data }: Timer,
): Promise<Due<C> | null> {
  const subject = String(data.id);
  const kind = kinds.get(String(data.kind));
  const reading = kind && (await readingOf(ctx, kind, subject));
  return kind && reading?.state === 'open' ? { kind, subject, reading } : null;
}

export const remind =
  <C extends StoreContext>(kindsOf: KindsOf<C>): TimerHandling<C> =>
  async (ctx, timer) => {
    const due = await stillOpen(ctx, kindsOf(ctx), timer);
    if (!due) return [];
    const { kind, subject, reading } = due;
    const dates = await datesOf(ctx, kind, subject, reading);
    // Of an earlier time that it waited.
    if (dates.remind?.getTime() !== timer.dueAt.getTime()) return [];
    const { words } = await decidersOf(ctx, kind, subject, reading);
    const said = text('reviews:notice.remind', { kind: kind.title, since: reading.since.toISOString() });
    const message = await messageOf(ctx, due, said, true);
    const wanted = await kind.remindWhom?.(ctx, subject);
    const present = await presentOf(ctx, words, reading);
    // Where those are away whom it goes to first, whoever else may decide it hears.
    const first = present.filter((each) => wanted?.includes(each) ?? true);
    return toEach(first.length > 0 ? first : present, message).map((each) => ({ ...each, mayWait: true }));
  };

export const escalate =
  <C extends StoreContext>(kindsOf: KindsOf<C>): TimerHandling<C> =>
  async (ctx, timer) => {
    const due = await stillOpen(ctx, kindsOf(ctx), timer);
    if (!due) return [];
    const { kind, subject, reading } = due;
    const { due: end } = await datesOf(ctx, kind, subject, reading);
    // Of an earlier time that it waited.
    const isOfNow = [end?.getTime() ?? Number.NaN, reading.since.getTime() - 1].includes(
      timer.dueAt.getTime() - 1,
    );
    if (!isOfNow) return [];
    await refreshReview(ctx, kind, subject);
    const { escalated } = await decidersOf(ctx, kind, subject, reading);
    if (!escalated) return [];
    const isOverdue = end !== null && end < ctx.clock.now();
    const params = { kind: kind.title, since: reading.since.toISOString() };
    const said = text(`reviews:notice.${isOverdue ? 'overdue' : 'nobody'}`, params);
    const message = await messageOf(ctx, due, said, kind.escalateTo?.decide ?? false);
    return toEach(await above(ctx, kind, reading), message);
  };

/** The roles that it is escalated to; the operators where nobody holds them. */
async function above<C extends StoreContext>(
  ctx: C,
  { escalateTo }: ReviewKind<C>,
  reading: Reading,
): Promise<readonly string[]> {
  const roles = escalateTo?.roles ?? [];
  const words = roles.flatMap((role) => [word({ role, scope: reading.scope }), word({ role, scope: 'all' })]);
  const found = words.length > 0 ? await presentOf(ctx, words, reading) : [];
  if (found.length > 0) return found;
  return (await holdersOf(ctx, 'operator', 'all')).filter((each) => each !== reading.about);
}

/** Who and what, as its card says it, and the way there for whoever decides it. */
async function messageOf<C extends StoreContext>(
  ctx: C,
  { kind, subject }: Due<C>,
  said: Text,
  opens: boolean,
): Promise<Message> {
  const { body } = await kind.card(ctx, subject);
  const buttons = [[shellButton('open', 'staff.open', `${kind.id}.${subject}`)]];
  return { texts: [said, ...body], ...(opens && { buttons }) };
}

const toEach = (people: readonly string[], message: Message): readonly Notice[] =>
  people.map((to) => ({ to, desk: 'staff', message }));
