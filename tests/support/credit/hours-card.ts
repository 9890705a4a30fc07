// A student who reported hours whose card lies in the coordinator's web chat: somebody whom others were told of.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { localDate } from '../../../engine/kernel/calendar.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import {
  acceptInvitation,
  bookInterview,
  inviteStudent,
  reportHours,
} from '../../../engine/programmes/credit/programme.ts';
import type { World } from '../world/world.ts';
import { type Host, newCommand, newProject, newStudent, unwrap } from './cast.ts';

export interface Reported {
  readonly student: Actor;
  readonly entryId: string;
}

/** @param seat names their web chat @param what what they write that they did */
export async function reportedHours(
  { ctx, clock, chatKeyOf }: World,
  host: Host,
  { seat, name, what }: { readonly seat: string; readonly name: string; readonly what: string },
): Promise<Reported> {
  const student = await newStudent(ctx, name, chatKeyOf(seat, 'participant'));
  const interviewId = unwrap(await bookInterview(ctx, newCommand(student), await newProject(ctx, host.head)));
  unwrap(await inviteStudent(ctx, newCommand(host.coordinator), interviewId));
  unwrap(await acceptInvitation(ctx, newCommand(student), { interviewId, target: 20 }));
  const date = localDate(ctx.clock.now());
  await clock.advance(DAY);
  const hours = { date, start: '12:00', minutes: 480, what, media: [] };
  return { student, entryId: unwrap(await reportHours(ctx, newCommand(student), hours)) };
}
