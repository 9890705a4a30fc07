// Packages as they are shown: to the winner their own, to a department those of its region, to the Holding and operators
// all. What is missing is told of each.

import { trusted } from 'mongoose';
import { type Actor, scopesOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { people } from '../../../people/store.ts';
import { mapPage, type Page, type PageRequest, pageOf } from '../../../store/page.ts';
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import { actsForRepublic, isOperator } from '../rights.ts';
import { winnerStates } from '../states.ts';
import { type Nomination, nominations } from '../store.ts';
import { type Judged, judge } from './judge.ts';
import { emptyPackage, packageOf } from './open-package.ts';
import type { Package } from './store.ts';
import { maySeePackage, winnerOf } from './winner.ts';

export interface PackageView extends Judged, Pick<Package, 'texts' | 'photo' | 'sent'> {
  /** The nomination's. */
  readonly id: string;
  readonly winner: { readonly id: string; readonly name: string };
  readonly edition: string;
  readonly college: string;
  readonly region: string;
  readonly version: number;
}

export interface PackageSearch {
  readonly edition: string;
  readonly region?: string;
}

/** @throws AppError `not-found` for what is not there or not the actor's to see */
export async function packageSeenBy(ctx: EngineContext, actor: Actor, id: string): Promise<PackageView> {
  const { nomination } = await winnerOf(ctx, id);
  if (!maySeePackage(actor, nomination) || !winnerStates.includes(nomination.state))
    throw new AppError('not-found', `no package ${id} to see`);
  const [view] = await viewsOf(ctx, [nomination]);
  if (!view) throw new AppError('not-found', `no package ${id}`);
  return view;
}

/** By nomination, whether anything was written yet or not. @throws AppError `forbidden` for whoever has no such role */
export async function packagesSeenBy(
  ctx: EngineContext,
  actor: Actor,
  { edition, region }: PackageSearch,
  page: PageRequest,
): Promise<Page<PackageView>> {
  const regions = regionsSeenBy(actor);
  const filter = {
    edition,
    state: trusted({ $in: [...winnerStates] }),
    $and: [
      regions === 'all' ? {} : { region: trusted({ $in: [...regions] }) },
      region === undefined ? {} : { region },
    ],
  };
  const found = await pageOf(ctx, nominations, filter, { by: '_id', of: 'text' }, page);
  const views = new Map((await viewsOf(ctx, found.items)).map((each) => [each.id, each]));
  return mapPage(found, ({ _id }) => views.get(_id) as PackageView);
}

/** @throws AppError `forbidden` */
function regionsSeenBy(actor: Actor): readonly string[] | 'all' {
  if (actsForRepublic(actor) || isOperator(actor)) return 'all';
  const scopes = scopesOf(actor, 'education-department');
  if (scopes.includes('all')) return 'all';
  if (scopes.length === 0)
    throw new AppError('forbidden', 'packages are for departments, the Holding and operators');
  return scopes.map((scope) => scope.replace('region:', ''));
}

async function viewsOf(ctx: EngineContext, winners: readonly Nomination[]): Promise<readonly PackageView[]> {
  const names = await namesOf(
    ctx,
    winners.map(({ person }) => person),
  );
  return Promise.all(
    winners.map(async ({ _id: id, edition, college, region, person }) => {
      const found = await packageOf(ctx, id);
      const { texts, copied, photo, sent } = found ?? emptyPackage;
      const judged = await judge(ctx, await editionOf(ctx, edition), { texts, copied, photo });
      const winner = { id: person, name: names.get(person) ?? '' };
      return { ...judged, texts, photo, sent, id, winner, edition, college, region, version: found?.v ?? 0 };
    }),
  );
}

async function namesOf(ctx: EngineContext, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await people
    .on(ctx.db)
    .find({ _id: trusted({ $in: [...ids] }) } as never, { name: 1 })
    .lean();
  return new Map(found.map(({ _id, name }) => [_id, name]));
}
