// Somebody of the staff says that they are away until a day, or that they are back. What waits for them goes along the chains that the
// kinds declare, and returns.
import type { Command } from '../../kernel/actor.ts';
import { addDays, endOfDay, isLocalDate, type LocalDate, localDate } from '../../kernel/calendar.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import { change, create } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import type { DomainEvent } from '../../store/owned.ts';
import { cameBack, wentAway } from './events.ts';
import { type Absence, absences } from './store.ts';

/** No absence is longer: whoever is gone for good gives the role up. */
export const LONGEST_DAYS = 120;

/** @param until the last day away. @returns the end of it, ISO */
export async function goAway(ctx: StoreContext, command: Command, until: LocalDate): Promise<Result<string>> {
  const { actor } = command;
  if (actor.kind !== 'person' || actor.grants.length === 0) return refused('common.not-allowed');
  const today = localDate(ctx.clock.now());
  const latest = addDays(today, LONGEST_DAYS);
  if (!isLocalDate(until) || until < today || until > latest)
    return refused('reviews.away-dates', { from: today, to: latest });
  const end = endOfDay(until);
  const event = wentAway({ person: actor.id, until: end.toISOString() });
  return noted(ctx, command, { action: 'went away', until: end, event, result: end.toISOString() });
}

/** @returns the person's id */
export async function comeBack(ctx: StoreContext, command: Command): Promise<Result<string>> {
  const { id: person } = command.actor;
  if (!(await awayUntil(ctx, person))) return refused('reviews.not-away');
  return noted(ctx, command, {
    ...{ action: 'came back', until: null, result: person },
    event: cameBack({ person }),
  });
}

/** Until when somebody is away; null while they are there. */
export async function awayUntil(ctx: StoreContext, personId: string): Promise<Date | null> {
  const found = await absences.on(ctx.db).findById(personId, { until: 1 }).lean();
  return found?.until && found.until > ctx.clock.now() ? found.until : null;
}

interface Noted {
  readonly action: string;
  readonly until: Absence['until'];
  readonly event: DomainEvent;
  readonly result: string;
}

async function noted(
  ctx: StoreContext,
  command: Command,
  { action, until, event, result }: Noted,
): Promise<Result<string>> {
  const first = { action, set: { until }, events: [event], result };
  const made = await create(ctx, absences, command.actor.id, command, first);
  return made.created ? ok(made.result) : change(ctx, absences, command.actor.id, command, () => ok(first));
}
