// The operator forms the commission of the year, seats its members and names who chairs.
import { appointChair } from '../../../../commissions/use-cases/appoint-chair.ts';
import { formCommission } from '../../../../commissions/use-cases/form-commission.ts';
import { inviteMember, joinCommission } from '../../../../commissions/use-cases/invite-member.ts';
import type { Command, Grant } from '../../../../kernel/actor.ts';
import { calendarYear, localDate } from '../../../../kernel/calendar.ts';
import { type Result, refused } from '../../../../kernel/result.ts';
import { people } from '../../../../people/store.ts';
import type { EngineContext } from '../../../context.ts';
import { commissionIdOf, currentCommission, PURPOSE } from '../commission.ts';
import { awardRule, type Seat } from '../rule.ts';

/** The operator who forms it keeps its papers. @returns the commission's id */
export function formAwardCommission(ctx: EngineContext, command: Command): Promise<Result<string>> {
  const now = ctx.clock.now();
  return formCommission(ctx, command, {
    id: commissionIdOf(calendarYear(now)),
    ...{ purpose: PURPOSE, scope: 'all', secretaries: [command.actor.id] },
    rule: awardRule(ctx.rules, localDate(now)),
  });
}

export interface SeatWish {
  /** Somebody who holds the role of a commission member. */
  readonly person: string;
  readonly seat: Seat;
  readonly represents: string;
}

/** Members who work in a centre, or mentor there, have no vote on its nominees. @returns the id of the term */
export async function seatMember(
  ctx: EngineContext,
  command: Command,
  { person, seat, represents }: SeatWish,
): Promise<Result<string>> {
  const commission = await currentCommission(ctx);
  if (!commission) return refused('badge-award.no-commission');
  const grants = (await people.on(ctx.db).findById(person, { grants: 1 }).lean())?.grants as
    | Grant[]
    | undefined;
  if (!grants?.some(({ role }) => role === 'award-commission')) return refused('badge-award.not-invited');
  const connections = grants.map(({ scope }) => scope).filter((scope) => scope.startsWith('centre:'));
  return inviteMember(ctx, command, commission._id, { person, kind: seat, represents, connections });
}

/** The member's own word. */
export async function takeSeat(ctx: EngineContext, command: Command): Promise<Result<string>> {
  const commission = await currentCommission(ctx);
  return commission ? joinCommission(ctx, command, commission._id) : refused('badge-award.no-commission');
}

export async function nameChair(
  ctx: EngineContext,
  command: Command,
  person: string,
): Promise<Result<string>> {
  const commission = await currentCommission(ctx);
  return commission
    ? appointChair(ctx, command, commission._id, person)
    : refused('badge-award.no-commission');
}
