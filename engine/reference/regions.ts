// Regions and cities of republican significance with their names over time. Codes are the kernel's, for good; names and
// dates may be edited, and a name of its day has an entry of its own (71-2019: Nur-Sultan).
import type { LocalDate } from '../kernel/calendar.ts';
import { regions as codes } from '../kernel/regions.ts';
import type { StoreContext } from '../store/context.ts';
import { oneOf } from '../store/model.ts';
import { type Entry, referenceCollection } from './collection.ts';
import { entriesOf } from './entries.ts';
import namesOfTheirDay from './seeds/regions.json' with { type: 'json' };

const extra = { code: oneOf(codes.map(({ code }) => code)) };
export type RegionEntry = Entry<typeof extra>;

const ofToday: readonly RegionEntry[] = codes.map(({ code, kk, ru, en, from = null }) => ({
  ...{ id: code, code, kk, ru, en, from, to: null },
}));

/** An entry of the file with the id of a code is that region as it is now. */
const seeds: readonly RegionEntry[] = [
  ...ofToday.filter(({ id }) => namesOfTheirDay.every((each) => each.id !== id)),
  ...namesOfTheirDay,
];

export const regions = referenceCollection({
  name: 'regions',
  extra,
  seeds: (prefix) => seeds.filter(({ id }) => id.startsWith(prefix)),
});

/** The regions of a day, in the kernel's order. */
export async function regionsOn(
  ctx: Pick<StoreContext, 'db'>,
  on: LocalDate,
): Promise<readonly RegionEntry[]> {
  const found = (await entriesOf(ctx, regions, { on })).map(({ entry }) => entry);
  return codes.flatMap(({ code }) => found.filter((each) => each.code === code));
}
