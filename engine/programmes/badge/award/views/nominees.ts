// Nominations as whoever has to do with them sees them: operators and commission all that are open, a head those of the centre.
import { trusted } from 'mongoose';
import { type Actor, scopesOf } from '../../../../kernel/actor.ts';
import { AppError } from '../../../../kernel/errors.ts';
import { people } from '../../../../people/store.ts';
import type { EngineContext } from '../../../context.ts';
import { participationOf } from '../../cases.ts';
import { type ConfirmedDirection, type Participation, participations } from '../../store.ts';
import { currentCommission } from '../commission.ts';
import { maySee, maySeeNominees } from '../rights.ts';
import { openAwardStates } from '../states.ts';
import { type Award, awards } from '../store.ts';
import { type Named, named } from './people.ts';

export interface Nominee {
  readonly id: string;
  readonly name: string;
  readonly level: Award['level'];
  readonly state: Award['state'];
}

/** Oldest first; none for whoever has nothing to do with nominations. */
export async function openNominees(ctx: EngineContext, actor: Actor): Promise<readonly Nominee[]> {
  if (!maySeeNominees(actor, await currentCommission(ctx))) return [];
  const found = await awards
    .on(ctx.db)
    .find({ state: trusted({ $in: [...openAwardStates] }) } as never)
    .sort({ nominatedAt: 1 })
    .lean();
  return withNames(
    ctx,
    (found as Award[]).filter(({ person }) => person !== actor.id),
  );
}

export interface NomineeCard extends Named {
  readonly directions: readonly string[];
  /** The mentor's assessment of each direction. */
  readonly assessments: readonly ConfirmedDirection[];
}

/** @throws AppError `not-found` for what the actor has nothing to do with */
export async function nomineeCard(ctx: EngineContext, actor: Actor, id: string): Promise<NomineeCard> {
  const shown = await named(ctx, id);
  if (!maySee(actor, shown.award, await currentCommission(ctx)))
    throw new AppError('not-found', `nomination ${id} does not exist`);
  const { directions, confirmed } = await participationOf(ctx, id);
  return { ...shown, directions: directions.map(({ direction }) => direction), assessments: confirmed };
}

export interface Proposable {
  readonly id: string;
  readonly name: string;
  readonly level: Participation['level'];
}

/** Whom the head of a centre may propose now: whose level is complete, and who was not awarded before. */
export async function proposable(ctx: EngineContext, actor: Actor): Promise<readonly Proposable[]> {
  const centres = scopesOf(actor, 'centre-head').flatMap((scope) => /^centre:(.+)$/u.exec(scope)?.[1] ?? []);
  if (centres.length === 0) return [];
  const complete = {
    centre: trusted({ $in: centres }),
    state: trusted({ $in: ['complete', 'not-awarded'] }),
  };
  const found = await participations
    .on(ctx.db)
    .find(complete as never)
    .sort({ completedAt: 1 })
    .lean();
  return withNames(
    ctx,
    (found as Participation[]).filter(({ person }) => person !== actor.id),
  );
}

async function withNames<T extends { readonly _id: string; readonly person: string }>(
  ctx: EngineContext,
  all: readonly T[],
): Promise<readonly (T & { readonly id: string; readonly name: string })[]> {
  const ids = all.map(({ person }) => person);
  const known = await people
    .on(ctx.db)
    .find({ _id: trusted({ $in: ids }) } as never, { name: 1 })
    .lean();
  const names = new Map(known.map(({ _id, name }) => [_id, name]));
  return all.map((each) => ({ ...each, id: each._id, name: names.get(each.person) ?? '' }));
}
