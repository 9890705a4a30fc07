// The working group in tests: formed, with a member of each kind or of some.
import { inviteMember, joinCommission } from '../../../engine/commissions/use-cases/invite-member.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import {
  formWorkingGroup,
  type GroupKind,
  groupKinds,
  workingGroupId,
} from '../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { command, person, unwrap } from './people.ts';
import { holding } from './winners.ts';

export async function seatInGroup(ctx: EngineContext, kind: GroupKind): Promise<Actor> {
  const member = person(`group-${kind}`);
  const invited = { person: member.id, kind, represents: `«${kind}»`, connections: [] };
  unwrap(await inviteMember(ctx, command(holding), workingGroupId('2026'), invited));
  unwrap(await joinCommission(ctx, command(member), workingGroupId('2026')));
  return member;
}

/** @returns its members */
export async function groupOf(
  ctx: EngineContext,
  kinds: readonly GroupKind[] = groupKinds,
): Promise<readonly Actor[]> {
  unwrap(await formWorkingGroup(ctx, command(holding), '2026'));
  const members: Actor[] = [];
  for (const kind of kinds) members.push(await seatInGroup(ctx, kind));
  return members;
}
