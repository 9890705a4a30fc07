// Nominees as those see them who act for their college or their region: with their names, best placed first.
import { trusted } from 'mongoose';
import type { Actor } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { people } from '../../../people/store.ts';
import type { EngineContext } from '../../context.ts';
import { actsAt, type Place } from '../stages/commission.ts';
import { atRegionStates, type NominationState } from '../states.ts';
import { type Nomination, nominations } from '../store.ts';

export interface Nominee {
  readonly nomination: Nomination;
  readonly name: string;
}

/** @throws AppError `forbidden` for whoever does not act there */
export async function nomineesAt(
  ctx: EngineContext,
  actor: Actor,
  place: Place,
  states: readonly NominationState[] | null = null,
): Promise<readonly Nominee[]> {
  if (!actsAt(actor, place)) throw new AppError('forbidden', `does not act for ${place.stage} ${place.at}`);
  const { edition, stage, at } = place;
  const shown = states ?? (stage === 'region' ? atRegionStates : null);
  const found = nominations.raw(ctx.db).find({
    ...{ edition: { $eq: edition }, [stage]: { $eq: at } },
    ...(shown && { state: { $in: [...shown] } }),
  } as never);
  const list = (await found.sort({ _id: 1 }).toArray()) as unknown as Nomination[];
  const names = await namesOf(
    ctx,
    list.map(({ person }) => person),
  );
  const rank = ({ placings }: Nomination) => placings[stage]?.rank ?? Number.MAX_SAFE_INTEGER;
  return list
    .sort((a, b) => rank(a) - rank(b) || a.proposedAt.getTime() - b.proposedAt.getTime())
    .map((nomination) => ({ nomination, name: names.get(nomination.person) ?? '—' }));
}

/** Names by person; nobody who is gone. */
export async function namesOf(
  ctx: EngineContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = { _id: trusted({ $in: [...new Set(ids)] }) };
  const found = await people
    .on(ctx.db)
    .find(wanted as never, { name: 1 })
    .lean();
  return new Map(found.map(({ _id, name }) => [_id, name]));
}
