// What the room of appeals does by itself: an appeal is noted in the decision's own trail, put before whoever hears it, and its end
// told to the person.
import { systemActor } from '../kernel/actor.ts';
import { ok } from '../kernel/result.ts';
import { type Follow, type Notify, on, type Part } from '../parts/part.ts';
import { cardsOf } from '../reviews/cards.ts';
import { refreshReview } from '../reviews/refresh.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import type { Appealable } from './appealable.ts';
import { appealDecided, appealOpened, type OfAppeal } from './events.ts';
import { decided } from './notices.ts';
import { appealReview } from './review.ts';
import { appealOf, appeals } from './store.ts';

/** What may be appealed against in a process, by the id of its review kind. */
export type AppealsOf<C extends StoreContext> = (ctx: C) => ReadonlyMap<string, Appealable<C>>;

/** @param appealsOf what parts declare: the room itself knows no kind */
export function appealsRoom<C extends StoreContext>(appealsOf: AppealsOf<C>): Part<C> {
  const kindOf = (ctx: C, { kind }: OfAppeal) => {
    const declared = appealsOf(ctx).get(kind);
    return declared && appealReview(declared);
  };
  const review: Follow<C, OfAppeal> = async (ctx, { data }) => {
    const kind = kindOf(ctx, data);
    if (kind) await refreshReview(ctx, kind, data.appeal);
  };
  const told =
    (which: 'open' | 'settled'): Notify<C, OfAppeal> =>
    async (ctx, event) => {
      const kind = kindOf(ctx, event.data);
      return kind ? cardsOf<OfAppeal, C>(kind, ({ appeal }) => appeal)[which](ctx, event) : [];
    };
  const trail: Follow<C, OfAppeal> = async (ctx, { data }) => {
    const declared = appealsOf(ctx).get(data.kind);
    if (declared) await noteOpened(ctx, declared, data.appeal);
  };
  return {
    id: 'appeals',
    owners: [appeals] as unknown as Part['owners'],
    events: [
      on(appealOpened, { follow: { trail, review }, notify: { hearing: told('open') } }),
      on(appealDecided, {
        follow: { review },
        notify: { person: decided as Notify<C, OfAppeal>, hearing: told('settled') },
      }),
    ],
    timers: {},
    jobs: {},
  };
}

async function noteOpened<C extends StoreContext>(ctx: C, declared: Appealable<C>, id: string) {
  const { kind, subject } = await appealOf(ctx, id);
  const owner = await declared.ownerId(ctx, subject);
  await change(ctx, declared.owner, owner, { id: `appeal/${id}/opened`, actor: systemActor }, () =>
    ok({ action: 'decision appealed', set: {}, details: { appeal: id, kind, subject }, result: null }),
  );
}
