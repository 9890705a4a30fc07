// The register of programme centres, for operators and the coordinators of their regions.
import { trusted } from 'mongoose';
import { type Actor, scopesOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Page, type PageRequest, pageOf } from '../../../store/page.ts';
import type { EngineContext } from '../../context.ts';
import { isOperator } from '../rights.ts';
import { type Centre, centres } from '../store.ts';

/** By name. @throws AppError `forbidden` */
export async function listCentres(
  ctx: EngineContext,
  actor: Actor,
  filter: { readonly state?: Centre['state']; readonly region?: string },
  page: PageRequest,
): Promise<Page<Centre>> {
  const regions = scopesOf(actor, 'regional-coordinator').map((scope) => scope.slice('region:'.length));
  if (!isOperator(actor) && regions.length === 0)
    throw new AppError('forbidden', 'centres are listed for operators and coordinators');
  const visible = isOperator(actor) ? {} : { region: trusted({ $in: regions }) };
  const search = { $and: [{ ...filter }, visible] };
  return pageOf(ctx, centres, search, { by: 'searchName', of: 'text' }, page) as Promise<Page<Centre>>;
}
