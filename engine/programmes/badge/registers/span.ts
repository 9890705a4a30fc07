// Whose participations somebody lists: an operator all, a coordinator the region's, a head the centre's, an expert those of
// their mentors, a mentor their own.
import { trusted } from 'mongoose';
import { type Actor, scopesOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { StoreContext } from '../../../store/context.ts';
import { isOperator } from '../rights.ts';
import { mentorsOfExpert } from '../supervision/reach.ts';

const idsIn = (actor: Actor, role: Parameters<typeof scopesOf>[1]): readonly string[] =>
  scopesOf(actor, role).flatMap((scope) => /^\w+:(.+)$/u.exec(scope)?.[1] ?? []);

/** @returns the condition. @throws AppError `forbidden` for who has no part in the programme's staff */
export async function visibleTo(
  ctx: Pick<StoreContext, 'db'>,
  actor: Actor,
): Promise<Readonly<Record<string, unknown>>> {
  if (isOperator(actor)) return {};
  const isExpert = scopesOf(actor, 'expert').length > 0;
  const mentors = isExpert ? await mentorsOfExpert(ctx as StoreContext, actor.id) : [];
  const own = scopesOf(actor, 'mentor').length > 0 ? [actor.id] : [];
  const places = [
    { field: 'region', ids: idsIn(actor, 'regional-coordinator') },
    { field: 'centre', ids: idsIn(actor, 'centre-head') },
    { field: 'mentor', ids: [...own, ...mentors] },
  ].filter(({ ids }) => ids.length > 0);
  if (places.length === 0 && !isExpert)
    throw new AppError('forbidden', 'participations are listed for the programme’s staff');
  const conditions = places.map(({ field, ids }) => ({ [field]: trusted({ $in: ids }) }));
  return conditions.length > 0 ? { $or: conditions } : { mentor: '' };
}
