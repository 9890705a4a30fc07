// The daily digest: one message that says how much waits of each kind and how much of it is overdue. Nothing is said on a day on which
// nothing waits, or on which they are away.
import { type Text, text } from '../../kernel/message.ts';
import type { TimerHandling } from '../../parts/part.ts';
import { noticePreferences } from '../../people/notice-preferences.ts';
import { actorOf } from '../../people/reach.ts';
import { people } from '../../people/store.ts';
import type { StoreContext } from '../../store/context.ts';
import { awayUntil } from '../absence/use-cases.ts';
import { shellButton } from '../card.ts';
import type { ReviewKinds } from '../declared.ts';
import { type QueueLine, queueOf } from '../queue.ts';
import type { KindsOf } from '../reminders/run.ts';
import { setNextDigest } from './choose.ts';

export const sendDigest =
  <C extends StoreContext>(kindsOf: KindsOf<C>): TimerHandling<C> =>
  async (ctx, { data }) => {
    const to = String(data.person);
    const person = await people.on(ctx.db).findById(to).lean();
    const { digestAt } = await noticePreferences(ctx, to);
    // Another hour was chosen since, or none.
    if (!person || person.grants.length === 0 || digestAt === null || digestAt !== data.at) return [];
    await setNextDigest(ctx, to, digestAt);
    if (await awayUntil(ctx, to)) return [];
    const waiting = await queueOf(ctx, actorOf(person));
    if (waiting.length === 0) return [];
    const n = waiting.reduce((sum, line) => sum + line.n, 0);
    const texts = [text('reviews:digest.title', { count: n }), ...queueLines(kindsOf(ctx), waiting)];
    const buttons = [[shellButton('open-oldest', 'staff.next', '')]];
    return [{ to, desk: 'staff', message: { texts, buttons } }];
  };

/** One line for each kind that waits, in declared order. */
export const queueLines = <C extends StoreContext>(
  kinds: ReviewKinds<C>,
  waiting: readonly QueueLine[],
): readonly Text[] =>
  [...kinds.values()].flatMap(({ id, title }) => {
    const line = waiting.find(({ kind }) => kind === id);
    if (!line) return [];
    const { n, overdue, since } = line;
    const params = { kind: title, n, overdue, since: since.toISOString() };
    return [text(`reviews:queue.${overdue > 0 ? 'line-overdue' : 'line'}`, params)];
  });
