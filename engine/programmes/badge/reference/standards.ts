// Sport standards of each level, for everybody and adapted for people with a disability. A standard is met by one exercise
// of each ability that the operator has set for the level and profile.
import Type from 'typebox';
import type { LocalDate } from '../../../kernel/calendar.ts';
import { type Entry, referenceCollection } from '../../../reference/collection.ts';
import { entriesOf } from '../../../reference/entries.ts';
import type { StoreContext } from '../../../store/context.ts';
import { oneOf } from '../../../store/model.ts';
import { type Level, levels } from '../states.ts';
import seeds from './seeds/standards.json' with { type: 'json' };
import { type Ability, abilities, type Profile, profiles, units } from './words.ts';

const extra = {
  level: oneOf(levels),
  profile: oneOf(profiles),
  ability: oneOf(abilities),
  unit: oneOf(units),
  /** Whether a result must be at least or at most `value`. */
  bound: oneOf(['atLeast', 'atMost']),
  value: Type.Number({ exclusiveMinimum: 0 }),
};
export type Standard = Entry<typeof extra>;

const shipped = seeds as unknown as readonly Omit<Standard, 'from' | 'to'>[];

export const standards = referenceCollection({
  name: 'standards',
  stored: 'badge_standards',
  extra,
  seeds: (prefix) =>
    shipped
      .filter(({ id }) => id.startsWith(prefix))
      .map((each): Standard => ({ ...each, from: null, to: null }) as Standard),
});

export interface MeasuredBy {
  readonly level: Level;
  readonly profile: Profile;
  readonly on: LocalDate;
}

/** What somebody of this profile is measured by. */
export async function standardsFor(
  ctx: Pick<StoreContext, 'db'>,
  { level, profile, on }: MeasuredBy,
): Promise<readonly Standard[]> {
  const found = (await entriesOf(ctx, standards, { on })).map(({ entry }) => entry);
  return found.filter((each) => each.level === level && each.profile === profile);
}

export interface TestResult {
  /** Id of the standard that was tried. */
  readonly standard: string;
  readonly value: number;
}

export const isMet = ({ bound, value }: Pick<Standard, 'bound' | 'value'>, result: number): boolean =>
  bound === 'atLeast' ? result >= value : result <= value;

/** @returns the abilities that no result shows yet; none where the standard is met, null where nothing was set */
export function missingAbilities(
  set: readonly Standard[],
  results: readonly TestResult[],
): readonly Ability[] | null {
  if (set.length === 0) return null;
  const shown = set.filter((each) =>
    results.some(({ standard, value }) => standard === each.id && isMet(each, value)),
  );
  const wanted = abilities.filter((ability) => set.some((each) => each.ability === ability));
  return wanted.filter((ability) => !shown.some((each) => each.ability === ability));
}
