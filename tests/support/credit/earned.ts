// A student who has worked twenty hours, by use-cases alone: the report is sent, or approved and paid.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { localDate } from '../../../engine/kernel/calendar.ts';
import { DAY, type ManualClock } from '../../../engine/kernel/clock.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  acceptInvitation,
  bookInterview,
  decideHours,
  decideReport,
  inviteStudent,
  reportHours,
  sendReport,
  settlePayout,
} from '../../../engine/programmes/credit/programme.ts';
import { carryOn } from '../transcript/carry-on.ts';
import { type Host, newCommand, newProject, unwrap } from './cast.ts';
import { giveIdentity } from './identity.ts';

interface Place {
  readonly ctx: EngineContext;
  readonly clock: ManualClock;
  readonly host: Host;
}

const text = { text: 'Қарттар үйінде жиырма сағат бойы кітап оқып бердім, серуенге шықтық.', media: [] };

/** @returns the answer to the report */
export async function reportTwenty(
  { ctx, clock, host }: Place,
  student: Actor,
  serial: number,
): Promise<Result<string>> {
  const interviewId = unwrap(await bookInterview(ctx, newCommand(student), await newProject(ctx, host.head)));
  unwrap(await inviteStudent(ctx, newCommand(host.coordinator), interviewId));
  unwrap(await acceptInvitation(ctx, newCommand(student), { interviewId, target: 20 }));
  for (const minutes of [480, 480, 240]) {
    const date = localDate(clock.now());
    clock.advance(DAY);
    const hours = { date, start: '12:00', minutes, what: 'Кітап оқыдық', media: [] };
    const entryId = unwrap(await reportHours(ctx, newCommand(student), hours));
    unwrap(await decideHours(ctx, newCommand(host.coordinator), { entryId, confirm: true }));
  }
  await giveIdentity(ctx, student, serial);
  return sendReport(ctx, newCommand(student), text);
}

/** @returns the id of the paid credit */
export async function earnTwenty(place: Place, student: Actor, serial: number): Promise<string> {
  const { ctx, host } = place;
  const creditId = unwrap(await reportTwenty(place, student, serial));
  unwrap(await decideReport(ctx, newCommand(host.head), { creditId, approve: true }));
  await carryOn(ctx);
  const paid = { creditId, paid: true as const, bankReference: 'KZ-0020' };
  unwrap(await settlePayout(ctx, newCommand(host.financialCentre), paid));
  await carryOn(ctx);
  return creditId;
}
