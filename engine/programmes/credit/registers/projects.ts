// The register of projects with what is left of places and times: what is published everyone on the staff may see,
// what is not only the operators and the organisation's own people.
import { trusted } from 'mongoose';
import type { Actor } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { folded } from '../../../kernel/names.ts';
import { covers, spanOrOperator } from '../../../kernel/span.ts';
import { containing, type Page, type PageRequest, pageOf } from '../../../store/page.ts';
import { seatsLeft } from '../../../store/seats.ts';
import type { EngineContext } from '../../context.ts';
import { placeSeat, slotSeat } from '../cases.ts';
import type { Direction } from '../states.ts';
import { type Project, projects } from '../store.ts';

export interface ProjectFilter {
  readonly direction?: Direction;
  readonly region?: string;
  readonly organisation?: string;
  readonly state?: Project['state'];
  readonly q?: string;
}

export interface ProjectRow extends Omit<Project, 'slots'> {
  readonly placesLeft: number;
  readonly slots: readonly (Project['slots'][number] & { readonly left: number })[];
}

/** Those that begin first come first. @throws AppError `forbidden` for an actor without a role on the staff */
export async function projectsSeenBy(
  ctx: EngineContext,
  actor: Actor,
  { organisation, q, ...exact }: ProjectFilter,
  page: PageRequest,
): Promise<Page<ProjectRow>> {
  const span = ownSpan(actor);
  const search = {
    ...exact,
    ...(organisation !== undefined && { organisationId: organisation }),
    ...(q !== undefined && { searchTitle: containing(folded(q)) }),
  };
  const isPublic = { state: trusted({ $ne: 'draft' }) };
  const visible = span === 'all' ? {} : { $or: [isPublic, { organisationId: trusted({ $in: [...span] }) }] };
  const found = await pageOf(ctx, projects, { $and: [search, visible] }, { by: 'from', of: 'text' }, page);
  return { items: await withSeats(ctx, found.items as readonly Project[]), next: found.next };
}

/** @throws AppError `forbidden`; `not-found` also for a foreign draft */
export async function projectSeenBy(ctx: EngineContext, actor: Actor, id: string): Promise<ProjectRow> {
  const span = ownSpan(actor);
  const found = (await projects.on(ctx.db).findById(id).lean()) as Project | null;
  const isSeen = found && (found.state !== 'draft' || covers(span, found.organisationId));
  const [row] = isSeen ? await withSeats(ctx, [found]) : [];
  if (!row) throw new AppError('not-found', `project ${id} is not to be seen by ${actor.id}`);
  return row;
}

function ownSpan(actor: Actor) {
  if (!actor.grants.some((grant) => grant.role !== 'student'))
    throw new AppError('forbidden', 'projects are listed for staff');
  return spanOrOperator(actor, ['head', 'coordinator'], 'organisation');
}

async function withSeats(ctx: EngineContext, found: readonly Project[]): Promise<readonly ProjectRow[]> {
  const slots = found.flatMap((each) => each.slots.map((slot) => slotSeat(each._id, slot.id)));
  const left = await seatsLeft(ctx, [...found.map((each) => placeSeat(each._id)), ...slots]);
  return found.map((each) => ({
    ...each,
    placesLeft: left.get(placeSeat(each._id)) ?? 0,
    slots: each.slots.map((slot) => ({ ...slot, left: left.get(slotSeat(each._id, slot.id)) ?? 0 })),
  }));
}
