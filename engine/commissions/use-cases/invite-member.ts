// Members come by the secretary's invitation and their own word.
import type { Command } from '../../kernel/actor.ts';
import { ok, type Reason, type Result, refused, refusedFor } from '../../kernel/result.ts';
import { change } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { inOffice, termOf } from '../composition.ts';
import { memberInvited, memberJoined } from '../events.ts';
import { isSecretary } from '../rights.ts';
import type { Member } from '../shapes.ts';
import { type Commission, commissions } from '../store.ts';

export interface NewMember {
  readonly person: string;
  /** Id of one of the rule's kinds. */
  readonly kind: string;
  /** The organisation that they stand for. */
  readonly represents: string;
  /** What ties them to cases, e.g. `organisation:<id>`. */
  readonly connections: readonly string[];
}

/** @returns the id of the member's term */
export function inviteMember(
  ctx: StoreContext,
  command: Command,
  commissionId: string,
  invited: NewMember,
): Promise<Result<string>> {
  return change(ctx, commissions, commissionId, command, (commission) => {
    if (!isSecretary(command.actor, commission)) return refused('common.not-allowed');
    const reasons = invitationFaults(commission, invited);
    if (reasons.length > 0) return refusedFor(reasons);
    const member = termFor(commission.members, invited, ctx.clock.now());
    return ok({
      action: 'member invited',
      set: { members: [...commission.members, member] },
      events: [memberInvited({ commission: commissionId, person: invited.person })],
      result: member.id,
      details: { member: member.id, kind: member.kind },
    });
  });
}

/** The invited person takes the seat. @returns the id of the term */
export function joinCommission(
  ctx: StoreContext,
  command: Command,
  commissionId: string,
): Promise<Result<string>> {
  const { id: person, kind } = command.actor;
  return change(ctx, commissions, commissionId, command, ({ members, rule }) => {
    const term = termOf(members, person);
    if (kind !== 'person' || !term) return refused('common.not-allowed');
    if (term.joinedAt !== null) return refused('common.already-done');
    const have = inOffice(members).length;
    if (have >= rule.size.most)
      return refused('commissions.too-many-members', { have: have + 1, count: rule.size.most });
    const joined: Member = { ...term, joinedAt: ctx.clock.now() };
    return ok({
      action: 'member joined',
      set: { members: members.map((each) => (each === term ? joined : each)) },
      events: [memberJoined({ commission: commissionId, person })],
      result: term.id,
      details: { member: term.id },
    });
  });
}

/** Why somebody cannot be invited. */
export function invitationFaults(commission: Commission, { person, kind }: NewMember): readonly Reason[] {
  const { rule, members, secretaries } = commission;
  return [
    ...(rule.kinds.some(({ id }) => id === kind)
      ? []
      : [{ code: 'commissions.no-such-kind', params: { kind } }]),
    ...(secretaries.includes(person) ? [{ code: 'commissions.secretary-has-no-vote' }] : []),
    ...(termOf(members, person) ? [{ code: 'commissions.member-already' }] : []),
  ];
}

/** A term that begins with an invitation. */
export function termFor(members: readonly Member[], invited: NewMember, at: Date): Member {
  const { person, kind, represents, connections } = invited;
  const earlier = members.filter((each) => each.person === person).length;
  const id = earlier === 0 ? person : `${person}.${earlier + 1}`;
  return { ...{ id, person, kind, represents }, connections: [...connections], ...open(at) };
}

const open = (invitedAt: Date) => ({ invitedAt, joinedAt: null, left: null });
