// What can be found: published projects with free places and times, as a student looks for them.
import { trusted } from 'mongoose';
import { localDate } from '../../../kernel/calendar.ts';
import { organisations } from '../../../organisations/store.ts';
import { seatsLeft } from '../../../store/seats.ts';
import type { EngineContext } from '../../context.ts';
import { placeSeat, slotSeat } from '../cases.ts';
import type { Direction } from '../states.ts';
import { type Project, projects } from '../store.ts';

export interface ProjectView {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly direction: Direction;
  readonly organisation: string;
  readonly region: string;
  readonly address: string;
  readonly from: string;
  readonly to: string;
  readonly placesLeft: number;
  readonly slots: readonly SlotView[];
}

export interface SlotView {
  readonly id: string;
  readonly startsAt: Date;
  readonly left: number;
}

export interface ProjectSearch {
  readonly direction?: Direction;
  readonly region?: string;
}

/** Published projects that are not over, of accredited organisations; those with free places and times first. */
export async function openProjects(
  ctx: EngineContext,
  search: ProjectSearch,
): Promise<readonly ProjectView[]> {
  const to = trusted({ $gte: localDate(ctx.clock.now()) });
  const found = (await projects
    .on(ctx.db)
    .find({ state: 'published', to, ...search } as never)
    .sort({ from: 1, _id: 1 })
    .limit(200)
    .lean()) as Project[];
  const views = await projectViews(ctx, found);
  return [...views].sort((a, b) => Number(isFree(b)) - Number(isFree(a)));
}

const isFree = (project: ProjectView): boolean =>
  project.placesLeft > 0 && project.slots.some((slot) => slot.left > 0);

/** @returns null for a project that does not exist */
export async function projectView(ctx: EngineContext, id: string): Promise<ProjectView | null> {
  const found = (await projects.on(ctx.db).findById(id).lean()) as Project | null;
  return found ? ((await projectViews(ctx, [found]))[0] ?? null) : null;
}

/** Views of given projects, in their order; those of organisations that lost accreditation are left out. */
export async function projectViews(
  ctx: EngineContext,
  found: readonly Project[],
): Promise<readonly ProjectView[]> {
  const names = await hostNames(ctx, found);
  const seatIds = found.flatMap((each) => [
    placeSeat(each._id),
    ...each.slots.map((slot) => slotSeat(each._id, slot.id)),
  ]);
  const left = await seatsLeft(ctx, seatIds);
  return found.filter((each) => names.has(each.organisationId)).map((each) => view(ctx, each, names, left));
}

async function hostNames(
  ctx: EngineContext,
  found: readonly Project[],
): Promise<ReadonlyMap<string, string>> {
  const ids = trusted({ $in: found.map((each) => each.organisationId) });
  const hosts = await organisations
    .on(ctx.db)
    .find({ _id: ids, accreditation: 'accredited' } as never, { name: 1 })
    .lean();
  return new Map(hosts.map((each) => [each._id, each.name]));
}

function view(
  ctx: EngineContext,
  project: Project,
  names: ReadonlyMap<string, string>,
  left: ReadonlyMap<string, number>,
): ProjectView {
  const now = ctx.clock.now();
  const { _id: id, title, description, direction, region, address, from, to } = project;
  const slots = project.slots
    .filter((slot) => slot.startsAt > now)
    .map((slot) => ({ id: slot.id, startsAt: slot.startsAt, left: left.get(slotSeat(id, slot.id)) ?? 0 }));
  const organisation = names.get(project.organisationId) ?? '';
  const placesLeft = left.get(placeSeat(id)) ?? 0;
  return { id, title, description, direction, region, address, from, to, organisation, placesLeft, slots };
}
