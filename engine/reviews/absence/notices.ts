// Who steps in hears of it once, with how much it is; whoever was away hears that what waits is theirs again.
import { naming } from '../../kernel/about.ts';
import { text } from '../../kernel/message.ts';
import type { Notices } from '../../parts/part.ts';
import { actorOf, nameOf } from '../../people/reach.ts';
import { people } from '../../people/store.ts';
import type { StoreContext } from '../../store/context.ts';
import type { EventOf } from '../../store/event.ts';
import { shellButton } from '../card.ts';
import { presentOf } from '../presence.ts';
import { queueOf } from '../queue.ts';
import { reviews } from '../store.ts';
import { wordsOf } from '../words.ts';
import type { wentAway } from './events.ts';
import { awayUntil } from './use-cases.ts';

const openOldest = [[shellButton('open-oldest', 'staff.next', '')]];

export async function notifyStandIns(
  ctx: StoreContext,
  { data: { person, until } }: EventOf<typeof wentAway>,
): Promise<Notices> {
  const counts = await standInsOf(ctx, person);
  const by = await nameOf(ctx, person);
  return [...counts].map(([to, count]) => ({
    ...{ to, mayWait: true },
    desk: 'staff' as const,
    message: {
      texts: [naming(text('reviews:notice.stand-in', { by, until, count }), person)],
      buttons: openOldest,
    },
  }));
}

/** How many items of an absent person lie with whom else who is there. */
async function standInsOf(ctx: StoreContext, personId: string): Promise<ReadonlyMap<string, number>> {
  const mine = `person:${personId}`;
  const lines: readonly { readonly _id: readonly string[]; readonly n: number }[] = await reviews
    .on(ctx.db)
    .aggregate([
      // Who is above hears of what is escalated by itself.
      { $match: { deciders: mine, state: 'open', escalated: { $ne: true } } },
      { $group: { _id: '$deciders', n: { $sum: 1 } } },
    ]);
  const counts = new Map<string, number>();
  for (const { _id, n } of lines) {
    const others = _id.filter((each) => each !== mine);
    const found = others.length > 0 ? await presentOf(ctx, others, { about: personId }) : [];
    for (const each of found) counts.set(each, (counts.get(each) ?? 0) + n);
  }
  return counts;
}

/** Nothing to say to somebody who is away for longer by now, or for whom nothing waits. */
export async function notifyBack(ctx: StoreContext, personId: string): Promise<Notices> {
  if (await awayUntil(ctx, personId)) return [];
  const person = await people.on(ctx.db).findById(personId).lean();
  if (!person || wordsOf(actorOf(person)).length < 2) return [];
  const count = (await queueOf(ctx, actorOf(person))).reduce((sum, { n }) => sum + n, 0);
  if (count === 0) return [];
  const texts = [text('reviews:notice.back', { count })];
  return [{ to: personId, desk: 'staff', mayWait: true, message: { texts, buttons: openOldest } }];
}
