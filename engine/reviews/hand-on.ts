// Brings the items up to date whose deciders change because somebody goes away, comes back, gives up a role or is gone: what was theirs
// goes to whoever steps in, or back to its roles.
import { trusted } from 'mongoose';
import { actorOf } from '../people/reach.ts';
import { people } from '../people/store.ts';
import type { StoreContext } from '../store/context.ts';
import type { ReviewKinds } from './declared.ts';
import { refreshReview } from './refresh.ts';
import { reviews } from './store.ts';
import { wordsOf } from './words.ts';

export async function handOn<C extends StoreContext>(
  ctx: C,
  kinds: ReviewKinds<C>,
  personId: string,
): Promise<void> {
  const person = await people.on(ctx.db).findById(personId).lean();
  const words = person ? wordsOf(actorOf(person)) : [`person:${personId}`];
  const theirs = { deciders: `person:${personId}`, state: 'open' as const };
  const watched = { watch: trusted({ $in: [...words] }), state: 'open' as const };
  for (const filter of [theirs, watched]) {
    const found = reviews.on(ctx.db).find(filter as never, { kind: 1, subject: 1 });
    for await (const { kind: name, subject } of found.lean().cursor()) {
      const kind = kinds.get(name);
      if (kind) await refreshReview(ctx, kind, subject);
    }
  }
}
