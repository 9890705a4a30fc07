// Who supervises in tests of the badge programme: two mentors under one expert, a coordinator of the region, and others who
// have nothing to do with them.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { assignExpert } from '../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { newCommand, newStaff, unwrap } from '../credit/cast.ts';
import { newBadgeStaff, newMentor, REGION, type Staff } from './cast.ts';
import { type Journal, newJournal } from './journal.ts';

export interface Supervision {
  readonly staff: Staff;
  /** A participant of the staff's mentor. */
  readonly own: Journal;
  readonly expert: Actor;
  /** Another mentor of the same expert. */
  readonly second: Actor;
  readonly otherExpert: Actor;
  readonly coordinator: Actor;
  /** Of another region. */
  readonly farCoordinator: Actor;
  /** A mentor of no expert. */
  readonly foreign: Actor;
}

export async function newSupervision(ctx: EngineContext): Promise<Supervision> {
  const there = `region:${REGION}`;
  const staff = await newBadgeStaff(ctx);
  const expert = await newStaff(ctx, 'expert', [{ role: 'expert', scope: there }]);
  const otherExpert = await newStaff(ctx, 'other-expert', [{ role: 'expert', scope: there }]);
  const coordinator = await newStaff(ctx, 'coordinator', [{ role: 'regional-coordinator', scope: there }]);
  const farCoordinator = await newStaff(ctx, 'far', [{ role: 'regional-coordinator', scope: 'region:19' }]);
  const second = await newMentor(ctx, 'second-mentor');
  const foreign = await newMentor(ctx, 'foreign-mentor');
  for (const { id: mentor } of [staff.mentor, second])
    unwrap(await assignExpert(ctx, newCommand(coordinator), { mentor, expert: expert.id }));
  const own = await newJournal(ctx, staff);
  return { staff, own, expert, second, otherExpert, coordinator, farCoordinator, foreign };
}
