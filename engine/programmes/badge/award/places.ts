// Where a ceremony may be held (§4.3): the capital, the cities of republican significance, and the centre of every region.
import type { Language } from '../../../kernel/languages.ts';
import centres from './seeds/region-centres.json' with { type: 'json' };

export type Place = Readonly<Record<Language, string>>;

const byRegion: Readonly<Record<string, Place>> = centres;

/** The town by the code of its region; undefined for a code that is none. */
export const placeOf = (region: string): Place | undefined =>
  Object.hasOwn(byRegion, region) ? byRegion[region] : undefined;
