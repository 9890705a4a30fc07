// Cards of new items to those who decide them, and the settling of every copy once an item is decided or undone. For the event tables of
// programmes: `notify: { staff: cards.open }`, `notify: { staff: cards.settled }`.
import type { Notify } from '../parts/part.ts';
import type { StoreContext } from '../store/context.ts';
import { openCard } from './card.ts';
import { decidersOf } from './deciders.ts';
import type { ReviewKind } from './kind.ts';
import { presentOf } from './presence.ts';
import { settlementOf } from './settlement.ts';
import { reviewId } from './store.ts';

export type Recipients<C extends StoreContext> = (ctx: C, subject: string) => Promise<readonly string[]>;

/** The deciders who are there. */
export const presentDeciders =
  <C extends StoreContext>(kind: ReviewKind<C>): Recipients<C> =>
  async (ctx, subject) => {
    const reading = await kind.read(ctx, subject);
    const { words } = await decidersOf(ctx, kind, subject, reading);
    return presentOf(ctx, words, reading);
  };

/** @param recipients who gets the card of a new item, where it is not each decider who is there */
export const cardsOf = <P, C extends StoreContext>(
  kind: ReviewKind<C>,
  subjectOf: (data: P) => string,
  recipients: Recipients<C> = presentDeciders(kind),
) => ({
  open: (async (ctx, { data }) => {
    const subject = subjectOf(data);
    const message = await openCard(ctx, kind, subject);
    const people = await recipients(ctx, subject);
    return people.map((to) => ({
      ...{ to, desk: 'staff' as const, message, card: reviewId(kind.id, subject) },
      mayWait: true as const,
    }));
  }) satisfies Notify<C, P>,
  settled: (async (ctx, { data }) => [await settlementOf(ctx, kind, subjectOf(data))]) satisfies Notify<C, P>,
});
