// Percentages by direction, ratings by level and by region, of whoever is in a group: from the sums of progress alone (§4.4).

import { regions } from '../../../kernel/regions.ts';
import { averagesOf, type Within } from '../../../progress/see.ts';
import type { EngineContext } from '../../context.ts';
import { directions, type Level, levels, mentoredStates } from '../states.ts';

const KIND = 'badge';

/** Of everyone who is under way with a mentor, or was and waits for the commission. */
export const countedStates = mentoredStates;

export interface LevelRating {
  readonly level: Level;
  readonly participants: number;
  /** Mean of the participants' level ratings; null where there is nobody. */
  readonly rating: number | null;
}

export interface RegionRating {
  readonly region: string;
  readonly participants: number;
  readonly rating: number | null;
}

export interface Figures {
  readonly participants: number;
  /** Mean percentage of each direction, over those who take it. */
  readonly directions: Readonly<Record<string, number>>;
  readonly levels: readonly LevelRating[];
}

/** One of these places, in one of the states that count. */
const inStates = (places: readonly string[]): Within =>
  places.flatMap((place) => countedStates.map((state) => `${place}/${state}`));

const anywhere: Within = countedStates.map((state) => `state:${state}`);

/** The groups of whoever counts there. @param places `mentor:<id>`, `region:<code>`; null: everywhere */
export const figuresWithin = (places: readonly string[] | null): Within =>
  places === null ? anywhere : inStates(places);

export async function figuresOf(ctx: EngineContext, places: readonly string[] | null): Promise<Figures> {
  const within = figuresWithin(places);
  const all = await averagesOf(ctx, KIND, [within], directions);
  const byLevel = await Promise.all(
    levels.map(async (level): Promise<LevelRating> => {
      const { n, score } = await averagesOf(ctx, KIND, [within, `level:${level}`], []);
      return { level, participants: n, rating: rounded(score) };
    }),
  );
  const percent = Object.entries(all.figures).map(([name, mean]) => [name, rounded(mean) ?? 0]);
  return { participants: all.n, directions: Object.fromEntries(percent), levels: byLevel };
}

/** Of every region in which somebody takes part, in the order of the regions. */
export async function regionRatings(ctx: EngineContext): Promise<readonly RegionRating[]> {
  const all = await Promise.all(
    regions.map(async ({ code }): Promise<RegionRating> => {
      const { n, score } = await averagesOf(ctx, KIND, [inStates([`region:${code}`])], []);
      return { region: code, participants: n, rating: rounded(score) };
    }),
  );
  return all.filter(({ participants }) => participants > 0);
}

/** To one decimal, half up. */
const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10) / 10;
