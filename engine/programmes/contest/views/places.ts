// Where somebody acts in the contest: the colleges and regions of their roles, and the commissions in which they have a seat.
import { commissions } from '../../../commissions/store.ts';
import { type Actor, scopesOf } from '../../../kernel/actor.ts';
import type { EngineContext } from '../../context.ts';
import { editionNow } from '../editions/edition.ts';
import { findPlace, type Place } from '../stages/commission.ts';

/** In the running edition; none where no edition runs. */
export async function placesOf(ctx: EngineContext, actor: Actor): Promise<readonly Place[]> {
  const edition = await editionNow(ctx);
  if (!edition) return [];
  const at = (role: 'college-officer' | 'education-department', stage: Place['stage']) =>
    scopesOf(actor, role)
      .filter((scope) => scope.includes(':'))
      .map((scope): Place => ({ edition: edition._id, stage, at: scope.split(':')[1] ?? '' }));
  return [...at('college-officer', 'college'), ...at('education-department', 'region')];
}

/** Commissions of the contest in which the person holds a seat, by id. */
export async function seatsOf(ctx: EngineContext, person: string): Promise<readonly Place[]> {
  const held = {
    members: { $elemMatch: { person: { $eq: person }, left: null, joinedAt: { $ne: null } } },
    'members.person': { $eq: person },
  };
  const found = await commissions
    .raw(ctx.db)
    .find(held as never)
    .sort({ _id: 1 })
    .toArray();
  return found.flatMap(({ _id }) => findPlace(String(_id)) ?? []);
}
