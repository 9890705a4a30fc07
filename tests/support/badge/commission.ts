// An award commission at work: the operator who keeps its papers, three members of whom one stands for the education authority.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { HOUR, type ManualClock } from '../../../engine/kernel/clock.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import type { Assessment } from '../../../engine/programmes/badge/award/use-cases/assess.ts';
import { assess } from '../../../engine/programmes/badge/award/use-cases/assess.ts';
import {
  formAwardCommission,
  nameChair,
  seatMember,
  takeSeat,
} from '../../../engine/programmes/badge/award/use-cases/commission.ts';
import {
  recordInterview,
  setInterview,
} from '../../../engine/programmes/badge/award/use-cases/interviews.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { newCommand, newStaff, unwrap } from '../credit/cast.ts';

export const LINK = 'https://call.example/room-1';

const kinds = ['education', 'administrator', 'public'] as const;

export async function newOperator(ctx: EngineContext): Promise<Actor> {
  return newStaff(ctx, 'operator', [{ role: 'operator', scope: 'all' }]);
}

/** Invited to the commission, and not seated yet. */
export const newMember = (ctx: EngineContext, name: string, ...more: Actor['grants']): Promise<Actor> =>
  newStaff(ctx, name, [{ role: 'award-commission', scope: 'all' }, ...more]);

/** Formed, with a member of each kind; the first of them chairs. */
export async function formedCommission(ctx: EngineContext, operator: Actor): Promise<readonly Actor[]> {
  unwrap(await formAwardCommission(ctx, newCommand(operator)));
  const members = await Promise.all(kinds.map((kind) => newMember(ctx, `member-${kind}`)));
  for (const [at, member] of members.entries()) await seated(ctx, operator, member, kinds[at] ?? 'public');
  unwrap(await nameChair(ctx, newCommand(operator), members[0]?.id ?? ''));
  return members;
}

export async function seated(
  ctx: EngineContext,
  operator: Actor,
  member: Actor,
  seat: (typeof kinds)[number],
): Promise<void> {
  const represents = `Мысал ұйымы (${seat})`;
  unwrap(await seatMember(ctx, newCommand(operator), { person: member.id, seat, represents }));
  unwrap(await takeSeat(ctx, newCommand(member)));
}

/** The interview is set an hour ahead, and held an hour later. */
export async function interviewed(
  { ctx, clock }: { readonly ctx: EngineContext; readonly clock: ManualClock },
  operator: Actor,
  member: Actor,
  award: string,
): Promise<void> {
  const at = new Date(clock.now().getTime() + HOUR);
  unwrap(await setInterview(ctx, newCommand(operator), award, { at, link: LINK }));
  clock.advance(HOUR);
  unwrap(await recordInterview(ctx, newCommand(member), award));
}

export const opinion = (award: 'for' | 'against', invitation: 'for' | 'against' = award): Assessment => ({
  ...{ award, invitation },
  scores: { results: 8, growth: 7, citizenship: 9, interview: 8 },
});

export const assessed = (
  ctx: EngineContext,
  member: Actor | undefined,
  award: string,
  given: Assessment,
): Promise<Result<string>> => {
  if (!member) throw new RangeError('no such member');
  return assess(ctx, newCommand(member), award, given);
};
