// One review item by its id, for whoever may decide it, and for operators. Called by the API.
import { type Actor, holds } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import type { StoreContext } from '../store/context.ts';
import type { ReviewKinds } from './declared.ts';
import type { ReviewKind } from './kind.ts';
import { standing } from './standing.ts';
import { type Review, reviews } from './store.ts';

export interface SeenItem<C extends StoreContext> {
  readonly kind: ReviewKind<C>;
  readonly subject: string;
}

/**
 * @param id `<kind>/<subject>`
 * @throws AppError `forbidden` for whoever decides nothing of this kind, `not-found` for an item that is not theirs
 */
export async function itemSeenBy<C extends StoreContext>(
  ctx: C,
  kinds: ReviewKinds<C>,
  actor: Actor,
  id: string,
): Promise<SeenItem<C>> {
  const [name = '', subject = ''] = id.split('/');
  const kind = kinds.get(name);
  if (!kind) throw missing(id);
  const seesAll = holds(actor, 'operator', 'all');
  const decidesSuch = actor.grants.some(({ role }) => kind.roles.includes(role));
  if (!seesAll && !decidesSuch) throw new AppError('forbidden', `${actor.id} decides no ${name}`);
  const found = await standing(ctx, actor, kind, subject);
  if (found.kind === 'gone' || (found.kind === 'not-theirs' && !seesAll)) throw missing(id);
  return { kind, subject };
}

/** The stored item. @throws AppError `not-found` */
export async function reviewOf(ctx: StoreContext, id: string): Promise<Review> {
  const found = await reviews.on(ctx.db).findById(id).lean();
  if (!found) throw missing(id);
  return found;
}

const missing = (id: string): AppError => new AppError('not-found', `review ${id} does not exist`);
