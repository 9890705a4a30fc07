// What a member of a commission has to score: the nominees of the open sittings of their commissions, and nobody else's.
import { type SeenCase, seeCase, seeCases } from '../../../commissions/see.ts';
import { commissionOf } from '../../../commissions/store.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok } from '../../../kernel/result.ts';
import { nameOf } from '../../../people/reach.ts';
import type { EngineContext } from '../../context.ts';
import { editionOf } from '../editions/edition.ts';
import { nominationOf } from '../nominations/nomination.ts';
import { type Place, placeOf } from '../stages/commission.ts';
import { openSittingOf } from '../stages/sitting.ts';
import type { Criterion, Nomination } from '../store.ts';
import { seatsOf } from './places.ts';

export interface Scored {
  readonly case: SeenCase;
  readonly nomination: Nomination;
  readonly name: string;
  readonly place: Place;
  readonly criteria: readonly Criterion[];
}

/** Cases that still wait for the member's final vote; those on which they may not vote are none of them. */
export async function waitingFor(ctx: EngineContext, actor: Actor): Promise<readonly SeenCase[]> {
  const waiting: SeenCase[] = [];
  for (const place of await seatsOf(ctx, actor.id)) {
    const sitting = await openSittingOf(ctx, place);
    const seen = sitting ? await seeCases(ctx, actor, sitting._id) : null;
    if (!seen?.ok) continue;
    const isWaiting = (each: SeenCase) =>
      each.state === 'open' &&
      each.own?.final !== true &&
      !each.recused.some(({ person }) => person === actor.id);
    waiting.push(...seen.value.filter(isWaiting));
  }
  return waiting;
}

/** One case with its nominee, for a member or the secretary; refused for anybody else. */
export async function scoredCase(ctx: EngineContext, actor: Actor, id: string): Promise<Result<Scored>> {
  const seen = await seeCase(ctx, actor, id);
  if (!seen.ok) return seen;
  const nomination = await nominationOf(ctx, seen.value.subject);
  const place = placeOf((await commissionOf(ctx, seen.value.commission))._id);
  const { criteria } = await editionOf(ctx, place.edition);
  const name = await nameOf(ctx, nomination.person);
  return ok({ case: seen.value, nomination, name, place, criteria: criteria[place.stage] });
}
