// The head of an accredited organisation publishes a project with places and interview times.

import type { Command } from '../../../kernel/actor.ts';
import { endOfDay, isLocalDate, localDate } from '../../../kernel/calendar.ts';
import { derivedId, newShortId } from '../../../kernel/ids.ts';
import { folded } from '../../../kernel/names.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { organisationOf } from '../../../organisations/accreditation.ts';
import { change, create } from '../../../store/command.ts';
import { openSeats } from '../../../store/seats.ts';
import type { EngineContext } from '../../context.ts';
import { placeSeat, projectOf, slotSeat } from '../cases.ts';
import { projectPublished } from '../events.ts';
import { mayHead } from '../rights.ts';
import type { Direction } from '../states.ts';
import { type Project, projects } from '../store.ts';
import { transition } from '../transitions.ts';

export interface NewProject {
  readonly organisationId: string;
  readonly title: string;
  readonly description: string;
  readonly direction: Direction;
  readonly region: string;
  readonly address: string;
  /** Civil dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly places: number;
  readonly slots: readonly { readonly startsAt: Date; readonly capacity: number }[];
}

/** @returns the project's id */
export async function publishProject(
  ctx: EngineContext,
  command: Command,
  input: NewProject,
): Promise<Result<string>> {
  const id = derivedId(command.id);
  // What this command has begun, it finishes: also when an interview time has passed or the right was lost meanwhile.
  const isBegun = await projects.on(ctx.db).exists({ _id: id, createdBy: command.actor.id });
  const refusal = isBegun ? null : await refusalOf(ctx, command, input);
  if (refusal) return refusal;
  const made = await create(ctx, projects, id, command, {
    action: 'project drafted',
    set: firstState(ctx, command, input),
    result: id,
    details: transition('project', id, null, 'draft'),
  });
  if (!made.created) return refused('common.already-done');
  // Seats first, then the door: a student who sees the project finds its seats open.
  await openProjectSeats(ctx, await projectOf(ctx, id));
  return change(ctx, projects, id, { ...command, id: `${command.id}/publish` }, () =>
    ok({
      action: 'project published',
      set: { state: 'published' },
      events: [projectPublished({ project: id, organisation: input.organisationId })],
      result: id,
      details: transition('project', id, 'draft', 'published'),
    }),
  );
}

async function refusalOf(ctx: EngineContext, command: Command, input: NewProject) {
  if (!mayHead(command.actor, input.organisationId)) return refused('common.not-allowed');
  const organisation = await organisationOf(ctx, input.organisationId);
  if (organisation.accreditation !== 'accredited') return refused('credit.not-accredited');
  if (!organisation.activities.includes(input.direction)) {
    return refused('credit.direction-not-declared', { direction: input.direction });
  }
  if (!isLocalDate(input.from) || !isLocalDate(input.to) || input.to < input.from)
    return refused('credit.project-dates');
  if (input.to < localDate(ctx.clock.now())) return refused('credit.project-over');
  if (input.slots.length === 0) return refused('credit.no-slots');
  const isOutside = ({ startsAt }: { startsAt: Date }) =>
    startsAt <= ctx.clock.now() || startsAt > endOfDay(input.to);
  return input.slots.some(isOutside) ? refused('credit.slot-outside', { to: input.to }) : null;
}

const firstState = (ctx: EngineContext, command: Command, input: NewProject) => ({
  organisationId: input.organisationId,
  title: input.title,
  searchTitle: folded(input.title),
  description: input.description,
  direction: input.direction,
  region: input.region,
  address: input.address,
  from: input.from,
  to: input.to,
  places: input.places,
  slots: input.slots.map((slot) => ({ id: newShortId(), ...slot })),
  state: 'draft' as const,
  createdBy: command.actor.id,
  createdAt: ctx.clock.now(),
});

async function openProjectSeats(ctx: EngineContext, project: Project): Promise<void> {
  await openSeats(ctx, placeSeat(project._id), project.places);
  for (const slot of project.slots) await openSeats(ctx, slotSeat(project._id, slot.id), slot.capacity);
}
