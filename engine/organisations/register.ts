// The organisations that an actor may see: operators and the Financial Centre all, accreditors those that are theirs
// to decide on, heads and coordinators their own.
import { trusted } from 'mongoose';
import { type Actor, holds } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { folded } from '../kernel/names.ts';
import { covers, spanOf } from '../kernel/span.ts';
import type { StoreContext } from '../store/context.ts';
import { containing, type Page, type PageRequest, pageOf } from '../store/page.ts';
import { accreditationScope } from './accreditation.ts';
import { type Organisation, organisations } from './store.ts';

export interface OrganisationSearch {
  readonly accreditation?: Organisation['accreditation'];
  readonly kind?: Organisation['kind'];
  readonly region?: string;
  readonly q?: string;
}

/** @throws AppError `forbidden` for an actor to whom no organisation is open */
export function organisationsSeenBy(
  ctx: StoreContext,
  actor: Actor,
  { q, ...exact }: OrganisationSearch,
  page: PageRequest,
): Promise<Page<Organisation>> {
  const filter = {
    $and: [exact, q === undefined ? {} : { searchName: containing(folded(q)) }, visible(actor)],
  };
  return pageOf(ctx, organisations, filter, { by: 'searchName', of: 'text' }, page);
}

/** @throws AppError `forbidden`; `not-found` also for one that exists but is not the actor's to see */
export async function organisationSeenBy(
  ctx: StoreContext,
  actor: Actor,
  bin: string,
): Promise<Organisation> {
  visible(actor);
  const found = await organisations.on(ctx.db).findById(bin).lean();
  if (found && sees(actor, found)) return found;
  throw new AppError('not-found', `organisation ${bin} is not to be seen by ${actor.id}`);
}

const seesAll = (actor: Actor): boolean =>
  holds(actor, 'operator', 'all') ||
  holds(actor, 'financial-centre', 'all') ||
  spanOf(actor, ['accreditor'], 'region') === 'all' ||
  spanOf(actor, ['head', 'coordinator'], 'organisation') === 'all';

const sees = (actor: Actor, organisation: Organisation): boolean =>
  seesAll(actor) ||
  holds(actor, 'accreditor', accreditationScope(organisation)) ||
  covers(spanOf(actor, ['head', 'coordinator'], 'organisation'), organisation._id);

function visible(actor: Actor): Record<string, unknown> {
  if (seesAll(actor)) return {};
  const parts = [
    { of: spanOf(actor, ['accreditor'], 'region'), kind: 'local', by: 'region' },
    { of: spanOf(actor, ['head', 'coordinator'], 'organisation'), by: '_id' },
  ].flatMap(({ of, kind, by }) =>
    of === 'all' || of.size === 0 ? [] : [{ ...(kind && { kind }), [by]: trusted({ $in: [...of] }) }],
  );
  const network = holds(actor, 'accreditor', 'network:nvs') ? [{ kind: 'volunteer' }] : [];
  if (parts.length + network.length === 0) throw new AppError('forbidden', 'sees no organisations');
  return { $or: [...parts, ...network] };
}
