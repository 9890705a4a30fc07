// Whom a broadcast concerns, a range of ids at a time. Who lets nobody process their data (any more) is left alone.
import { trusted } from 'mongoose';
import { liveConsent } from '../../people/consents.ts';
import { type Person, people } from '../../people/store.ts';
import type { StoreContext } from '../../store/context.ts';
import type { Broadcast } from './store.ts';

/** Person ids: behind `after`, up to and with `through` where one is given. */
export interface Range {
  readonly after: string;
  readonly through?: string;
}

export interface Piece {
  readonly told: readonly string[];
  /** Id of the last person looked at; null when there was nobody. */
  readonly last: string | null;
}

type Concerned = Pick<Person, '_id' | 'consents' | 'birthDate'>;

/** @param limit people looked at */
export async function audienceOf(
  ctx: StoreContext,
  { audience }: Pick<Broadcast, 'audience'>,
  { after, through }: Range,
  limit: number,
): Promise<Piece> {
  const { region, university } = audience;
  const filter = {
    _id: trusted({ $gt: after, ...(through !== undefined && { $lte: through }) }),
    ...(university === null ? { student: trusted({ $ne: null }) } : { 'student.universityId': university }),
    ...(region !== null && { region }),
  };
  const found: readonly Concerned[] = await people
    .on(ctx.db)
    .find(filter as never, { consents: 1, birthDate: 1 })
    .sort({ _id: 1 })
    .limit(limit)
    .lean();
  const now = ctx.clock.now();
  return {
    told: found.filter((person) => consents(person, now)).map(({ _id }) => _id),
    last: found.at(-1)?._id ?? null,
  };
}

const consents = (person: Concerned, now: Date): boolean =>
  person.consents.some(({ purpose }) => liveConsent(person, purpose, now) !== null);
