// Somebody who opened the link of a list confirms that they are there: once, on the day or after it, while the list is open.
import type { Command } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/calendar.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { people } from '../../../people/store.ts';
import { create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { findGathering } from './gatherings.ts';
import { type Attendee, type Gathering, grantAttendees } from './store.ts';

const attendeeId = (gathering: string, who: string): string =>
  derivedId(`grant attendee ${gathering} ${who}`);

/** Why nobody can confirm there now; null where one can. */
export function confirmRefusal(ctx: EngineContext, gathering: Gathering | null): Refused | null {
  if (!gathering) return refused('grant-events.no-such-list');
  if (gathering.state !== 'open') return refused('grant-events.list-closed');
  const { date } = gathering;
  return localDate(ctx.clock.now()) < date ? refused('grant-events.not-yet', { date }) : null;
}

/** @returns the gathering, with the person on its list. Refused to who stands there already, and to who was removed */
export async function confirmAttendance(
  ctx: EngineContext,
  command: Command,
  id: string,
): Promise<Result<Gathering>> {
  const { actor } = command;
  const person = await people.on(ctx.db).findById(actor.id, { name: 1, erasure: 1 }).lean();
  if (!person || person.erasure || person.name === '') return refused('common.not-allowed');
  return putOnList(ctx, command, id, { who: actor.id, person: actor.id, name: person.name, post: null });
}

export interface Came extends Pick<Attendee, 'person' | 'post'> {
  /** Tells them from everybody else on the list. */
  readonly who: string;
  readonly name: string;
}

export async function putOnList(
  ctx: EngineContext,
  command: Command,
  id: string,
  { who, person, name, post }: Came,
): Promise<Result<Gathering>> {
  const gathering = await findGathering(ctx, id);
  const refusal = confirmRefusal(ctx, gathering);
  if (refusal) return refusal;
  const { project, activity } = gathering as Gathering;
  const attendee = attendeeId(id, who);
  const made = await create(ctx, grantAttendees, attendee, command, {
    action: 'attendance confirmed',
    set: { gathering: id, project, activity, person, name, post, at: ctx.clock.now(), removed: null },
    result: attendee,
  });
  if (made.created) return ok(gathering as Gathering);
  const found = await grantAttendees.on(ctx.db).findById(attendee, { removed: 1 }).lean();
  return refused(found?.removed ? 'grant-events.removed' : 'grant-events.on-the-list');
}
