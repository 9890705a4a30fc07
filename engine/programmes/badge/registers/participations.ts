// The register of participations, and one of them with its schedule and journal (B-108), for whoever may see them.
import { trusted } from 'mongoose';
import type { Actor } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { people } from '../../../people/store.ts';
import { sumsOf } from '../../../progress/see.ts';
import { type Page, type PageRequest, pageOf } from '../../../store/page.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { type Entry, entries } from '../journal/store.ts';
import { badgeProgress } from '../progress/kind.ts';
import { type Participation, participations } from '../store.ts';
import { seesParticipation } from '../supervision/reach.ts';
import { visibleTo } from './span.ts';

export interface ParticipationFilter {
  readonly level?: Participation['level'];
  readonly state?: Participation['state'];
  readonly region?: string;
  readonly centre?: string;
  readonly mentor?: string;
}

export interface ListedParticipation extends Participation {
  readonly name: string;
  /** Level rating, 0 to 100; null before anything was counted. */
  readonly rating: number | null;
  /** Percent by direction. */
  readonly percent: Readonly<Record<string, number>>;
}

/** Oldest first. @throws AppError `forbidden` */
export async function listParticipations(
  ctx: EngineContext,
  actor: Actor,
  filter: ParticipationFilter,
  page: PageRequest,
): Promise<Page<ListedParticipation>> {
  const search = { $and: [{ ...filter }, await visibleTo(ctx, actor)] };
  const found = await pageOf(ctx, participations, search, { by: 'createdAt', of: 'instant' }, page);
  return { items: await withFigures(ctx, found.items as readonly Participation[]), next: found.next };
}

/** @throws AppError `forbidden` for who lists none, `not-found` for what is not theirs */
export async function readParticipation(
  ctx: EngineContext,
  actor: Actor,
  id: string,
): Promise<ListedParticipation> {
  await visibleTo(ctx, actor);
  const found = await participationOf(ctx, id);
  const [row] = (await seesParticipation(ctx, actor, found)) ? await withFigures(ctx, [found]) : [];
  if (!row) throw new AppError('not-found', `participation ${id} does not exist`);
  return row;
}

/** The journal of one, newest arrival last. @throws as `readParticipation` */
export async function listJournal(
  ctx: EngineContext,
  actor: Actor,
  { participation, state }: { readonly participation: string; readonly state?: Entry['state'] },
  page: PageRequest,
): Promise<Page<Entry>> {
  await readParticipation(ctx, actor, participation);
  const search = { participation, ...(state !== undefined && { state }) };
  return pageOf(ctx, entries, search, { by: 'arrivedAt', of: 'instant' }, page) as Promise<Page<Entry>>;
}

async function withFigures(
  ctx: EngineContext,
  all: readonly Participation[],
): Promise<readonly ListedParticipation[]> {
  const persons = all.map(({ person }) => person);
  const known = await people
    .on(ctx.db)
    .find({ _id: trusted({ $in: persons }) } as never, { name: 1 })
    .lean();
  const names = new Map(known.map(({ _id, name }) => [_id, name]));
  const ids = all.map(({ _id }) => _id);
  const sums = await sumsOf(ctx, badgeProgress.id, ids);
  return all.map((each) => {
    const { points: _, ...percent } = sums.get(each._id)?.figures ?? {};
    const rating = sums.get(each._id)?.score ?? null;
    return {
      ...each,
      name: names.get(each.person) ?? '',
      rating,
      percent: percent as Record<string, number>,
    };
  });
}
