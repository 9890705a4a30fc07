// Partner organisations that the operator has authorised for volunteering or expeditions, from one day until another.
import Type from 'typebox';
import type { LocalDate } from '../../../kernel/calendar.ts';
import { regions } from '../../../kernel/regions.ts';
import { type Entry, referenceCollection } from '../../../reference/collection.ts';
import { entriesOf } from '../../../reference/entries.ts';
import type { StoreContext } from '../../../store/context.ts';
import { oneOf } from '../../../store/model.ts';
import { type Direction, providedDirections } from '../states.ts';

const extra = {
  directions: Type.Array(oneOf(providedDirections), { minItems: 1, uniqueItems: true }),
  /** Codes of the regions where it works; none: everywhere. */
  regions: Type.Array(oneOf(regions.map(({ code }) => code)), { uniqueItems: true }),
  /** How a participant reaches it: an address or the organisation's own telephone. */
  contact: Type.String({ minLength: 3, maxLength: 300 }),
};
export type Provider = Entry<typeof extra>;

/** `from` and `to` are the first and the last day of the authorisation. */
export const providers = referenceCollection({ name: 'providers', stored: 'badge_providers', extra });

export interface WantedProvider {
  readonly direction: Direction;
  readonly on: LocalDate;
  /** Of the participant; absent: wherever they are. */
  readonly region?: string;
}

/** Those who may be chosen on that day. */
export async function providersFor(
  ctx: Pick<StoreContext, 'db'>,
  { direction, on, region }: WantedProvider,
): Promise<readonly Provider[]> {
  const authorised = (await entriesOf(ctx, providers, { on })).map(({ entry }) => entry);
  return authorised.filter((each) => {
    const isThere = region === undefined || each.regions.length === 0 || each.regions.includes(region);
    return isThere && each.directions.includes(direction);
  });
}

/** True where it is authorised for the direction on that day. */
export const isAuthorised = async (
  ctx: Pick<StoreContext, 'db'>,
  id: string,
  wanted: WantedProvider,
): Promise<boolean> => (await providersFor(ctx, wanted)).some((each) => each.id === id);
