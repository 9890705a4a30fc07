// Which directions the operator makes mandatory for a level in a year. Until then they are all that the source lists for
// the level (§3.2).
import Type from 'typebox';
import type { LocalDate } from '../../../kernel/calendar.ts';
import { type Entry, referenceCollection } from '../../../reference/collection.ts';
import { entryOf } from '../../../reference/entries.ts';
import type { StoreContext } from '../../../store/context.ts';
import { oneOf } from '../../../store/model.ts';
import { type Direction, directions, type Level, levels } from '../states.ts';

const extra = {
  /** Of the year and level that its id names: `2026-bronze`. */
  directions: Type.Array(oneOf(directions), { uniqueItems: true }),
};
export type Mandatory = Entry<typeof extra>;

/** Work experience is asked of gold alone. */
export const directionsOf = (level: Level): readonly Direction[] =>
  directions.filter((each) => each !== 'work' || level === 'gold');

const FIRST_YEAR = 2020;
const YEARS = 30;

const names: Readonly<Record<Level, Pick<Mandatory, 'kk' | 'ru' | 'en'>>> = {
  bronze: { kk: 'қола деңгей', ru: 'бронзовый уровень', en: 'bronze' },
  silver: { kk: 'күміс деңгей', ru: 'серебряный уровень', en: 'silver' },
  gold: { kk: 'алтын деңгей', ru: 'золотой уровень', en: 'gold' },
};

const byDefault: readonly Mandatory[] = Array.from({ length: YEARS }, (_, at) => FIRST_YEAR + at).flatMap(
  (year) =>
    levels.map((level): Mandatory => {
      const { kk, ru, en } = names[level];
      return {
        id: `${year}-${level}`,
        ...{ kk: `${year} жыл, ${kk}`, ru: `${year} год, ${ru}`, en: `${year}, ${en}` },
        ...{ from: `${year}-01-01`, to: `${year}-12-31` },
        directions: [...directionsOf(level)],
      };
    }),
);

export const mandatoryDirections = referenceCollection({
  name: 'mandatory-directions',
  stored: 'badge_mandatory',
  id: '^\\d{4}-(bronze|silver|gold)$',
  extra,
  seeds: (prefix) => byDefault.filter(({ id }) => id.startsWith(prefix)),
});

/** Those of the year of that day. */
export async function mandatoryOn(
  ctx: Pick<StoreContext, 'db'>,
  level: Level,
  on: LocalDate,
): Promise<readonly Direction[]> {
  const { entry } = await entryOf(ctx, mandatoryDirections, `${on.slice(0, 4)}-${level}`);
  return directions.filter((each) => entry.directions.includes(each));
}
