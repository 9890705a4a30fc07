// A term ends: by the member's own word, by the secretary's with a reason, or because another takes the seat. From then on
// nobody waits for the member: who votes, how many must, and which votes count is looked at anew for every open case.
import type { Command } from '../../kernel/actor.ts';
import { ok, type Result, refused, refusedFor } from '../../kernel/result.ts';
import { change } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { actorName, type DomainEvent } from '../../store/owned.ts';
import { termOf } from '../composition.ts';
import { memberInvited, memberLeft, memberReplaced } from '../events.ts';
import { isSecretary } from '../rights.ts';
import type { Member } from '../shapes.ts';
import { type Commission, commissions } from '../store.ts';
import { invitationFaults, type NewMember, termFor } from './invite-member.ts';

/** The member goes, or declines the invitation. @returns the id of the term */
export function leaveCommission(
  ctx: StoreContext,
  command: Command,
  commissionId: string,
): Promise<Result<string>> {
  const { id: person, kind } = command.actor;
  return change(ctx, commissions, commissionId, command, (commission) => {
    const term = termOf(commission.members, person);
    if (kind !== 'person' || !term) return refused('common.not-allowed');
    const ended = without(commission, term, endOf(ctx, command, 'left', null));
    const events = [memberLeft({ commission: commissionId, person })];
    return ok(changed('member left', term, ended, events));
  });
}

/** The secretary ends a term. @returns its id */
export function removeMember(
  ctx: StoreContext,
  command: Command,
  commissionId: string,
  { person, reason }: { readonly person: string; readonly reason: string },
): Promise<Result<string>> {
  return change(ctx, commissions, commissionId, command, (commission) => {
    if (!isSecretary(command.actor, commission)) return refused('common.not-allowed');
    const term = termOf(commission.members, person);
    if (!term) return refused('commissions.no-such-member');
    if (reason.trim() === '') return refused('commissions.reason-missing');
    const ended = without(commission, term, endOf(ctx, command, 'removed', reason));
    const events = [memberLeft({ commission: commissionId, person })];
    return ok(changed('member removed', term, ended, events));
  });
}

/** The secretary ends a term and invites somebody in its place, in one. @returns the id of the ended term */
export function replaceMember(
  ctx: StoreContext,
  command: Command,
  commissionId: string,
  { person, reason, successor }: { person: string; reason: string; successor: NewMember },
): Promise<Result<string>> {
  return change(ctx, commissions, commissionId, command, (commission) => {
    if (!isSecretary(command.actor, commission)) return refused('common.not-allowed');
    const term = termOf(commission.members, person);
    if (!term) return refused('commissions.no-such-member');
    if (reason.trim() === '') return refused('commissions.reason-missing');
    const faults = invitationFaults(commission, successor);
    if (faults.length > 0) return refusedFor(faults);
    const { members, chair } = without(commission, term, endOf(ctx, command, 'replaced', reason));
    const next = termFor(members, successor, ctx.clock.now());
    const events = [
      memberReplaced({ commission: commissionId, person, successor: successor.person }),
      memberInvited({ commission: commissionId, person: successor.person }),
    ];
    return ok(changed('member replaced', term, { members: [...members, next], chair }, events));
  });
}

type Left = NonNullable<Member['left']>;

const endOf = (ctx: StoreContext, { actor }: Command, how: Left['how'], reason: string | null): Left => ({
  ...{ at: ctx.clock.now(), how, by: actorName(actor), reason },
});

/** The commission without a term that ends. The chair goes with the chairing member's. */
export const without = (
  { members, chair }: Pick<Commission, 'members' | 'chair'>,
  term: Member,
  left: Left,
) => ({
  members: members.map((each) => (each === term ? { ...each, left } : each)),
  chair: chair === term.person ? null : chair,
});

const changed = (
  action: string,
  { id }: Member,
  set: Pick<Commission, 'members' | 'chair'>,
  events: readonly DomainEvent[],
) => ({ action, set, events, result: id, details: { member: id } });
