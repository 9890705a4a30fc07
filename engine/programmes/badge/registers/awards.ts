// The register of nominations and awards, for operators, the commission in office and the heads of their centres.
import { trusted } from 'mongoose';
import { type Actor, scopesOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { people } from '../../../people/store.ts';
import { type Page, type PageRequest, pageOf } from '../../../store/page.ts';
import type { EngineContext } from '../../context.ts';
import { currentCommission } from '../award/commission.ts';
import { maySeeNominees } from '../award/rights.ts';
import { type Award, awardOf, awards } from '../award/store.ts';
import { isHeadOf } from '../rights.ts';

export interface ListedAward extends Award {
  readonly name: string;
}

/** Oldest first. @throws AppError `forbidden` */
export async function listAwards(
  ctx: EngineContext,
  actor: Actor,
  filter: { readonly state?: Award['state']; readonly level?: Award['level'] },
  page: PageRequest,
): Promise<Page<ListedAward>> {
  const heads = scopesOf(actor, 'centre-head').flatMap((scope) => /^centre:(.+)$/u.exec(scope)?.[1] ?? []);
  const seesAll = maySeeNominees(actor, await currentCommission(ctx));
  if (!seesAll && heads.length === 0)
    throw new AppError('forbidden', 'nominations are listed for operators, the commission and heads');
  const search = { $and: [{ ...filter }, seesAll ? {} : { centre: trusted({ $in: heads }) }] };
  const found = await pageOf(ctx, awards, search, { by: 'nominatedAt', of: 'instant' }, page);
  const items = await Promise.all((found.items as readonly Award[]).map((each) => withName(ctx, each)));
  return { items, next: found.next };
}

/** @throws AppError `forbidden`, `not-found` */
export async function readAward(ctx: EngineContext, actor: Actor, id: string): Promise<ListedAward> {
  const seesAll = maySeeNominees(actor, await currentCommission(ctx));
  if (!seesAll && scopesOf(actor, 'centre-head').length === 0)
    throw new AppError('forbidden', 'nominations are for operators, the commission and heads');
  const found = await awardOf(ctx, id);
  if (!seesAll && !isHeadOf(actor, found)) throw new AppError('not-found', `nomination ${id} does not exist`);
  return withName(ctx, found);
}

async function withName(ctx: EngineContext, award: Award): Promise<ListedAward> {
  const person = await people.on(ctx.db).findById(award.person, { name: 1 }).lean();
  return { ...award, name: person?.name ?? '' };
}
