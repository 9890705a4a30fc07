// How an actor stands to a review item now, by its subject's own document. Called by the desk before it shows a card or asks for a
// reason; the use-cases check again for themselves.
import type { Actor } from '../kernel/actor.ts';
import type { StoreContext } from '../store/context.ts';
import { mayDecide } from './deciders.ts';
import type { Reading, ReviewKind } from './kind.ts';
import { readingOf } from './refresh.ts';

export type Standing =
  | { readonly kind: 'theirs'; readonly reading: Reading }
  | { readonly kind: 'not-theirs' }
  | { readonly kind: 'gone' };

export async function standing<C extends StoreContext>(
  ctx: C,
  actor: Actor,
  kind: ReviewKind<C>,
  subject: string,
): Promise<Standing> {
  const reading = await readingOf(ctx, kind, subject);
  if (!reading) return { kind: 'gone' };
  return (await mayDecide(ctx, actor, kind, subject, reading))
    ? { kind: 'theirs', reading }
    : { kind: 'not-theirs' };
}
