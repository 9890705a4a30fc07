// What the room of progress sums up for the badge programme: one sum a participation, from its approved entries.
import { AppError } from '../../../kernel/errors.ts';
import type { ProgressKind, Sum } from '../../../progress/kind.ts';
import { readsAll } from '../../../store/indexes.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { entryOf } from '../journal/cases.ts';
import { countedNow } from '../journal/counted.ts';
import { entries } from '../journal/store.ts';
import { type Participation, participations } from '../store.ts';
import type { BadgePart } from './part.ts';
import { standingOf } from './standing.ts';

export const badgeProgress: ProgressKind<EngineContext> = {
  id: 'badge',
  async count(ctx, entryId) {
    const entry = await entryOf(ctx, entryId);
    return { owner: entry.participation, order: entry.v, part: countedNow(entry) };
  },
  async sum(ctx, owner, parts) {
    const participation = await found(ctx, owner);
    return participation && sumFor(ctx, participation, parts as unknown as readonly BadgePart[]);
  },
  async *entries(ctx) {
    for await (const { _id } of entries.on(ctx.db).find(readsAll, { _id: 1 }).lean().cursor()) yield _id;
  },
  async *owners(ctx) {
    const all = participations.on(ctx.db).find(readsAll, { _id: 1 }).lean().cursor();
    for await (const { _id } of all) yield _id;
  },
};

async function found(ctx: EngineContext, id: string): Promise<Participation | null> {
  try {
    return await participationOf(ctx, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
}

async function sumFor(
  ctx: EngineContext,
  participation: Participation,
  parts: readonly BadgePart[],
): Promise<Sum> {
  const { directions, rating, points } = await standingOf(ctx, participation, parts);
  return {
    groups: groupsOf(participation),
    score: rating,
    figures: { ...Object.fromEntries(directions.map((each) => [each.direction, each.percent])), points },
    details: { met: directions.filter(({ met }) => met).map(({ direction }) => direction) },
  };
}

/** Where a participation stands on boards and in averages: by itself, and with its state. */
export function groupsOf({ state, level, region, centre, mentor }: Participation): readonly string[] {
  const places = [`level:${level}`, `region:${region}`, `centre:${centre}`, `mentor:${mentor}`];
  return [
    `state:${state}`,
    ...places,
    ...places.map((place) => `${place}/${state}`),
    `level:${level}/region:${region}/${state}`,
  ];
}
