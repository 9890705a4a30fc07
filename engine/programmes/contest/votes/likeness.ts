// By what one person is recognised in several accounts, and in a college's roster: keyed hashes, which nobody can read back.
import { foldedLookAlikes } from '../../../kernel/names.ts';
import type { Sealer } from '../../../kernel/sealing.ts';
import type { Person } from '../../../people/store.ts';

/** The words of a name in any order: «Аян Серік» and «Серік Аян» are the same person. */
const nameOf = (name: string): string => foldedLookAlikes(name).split(/\s+/).filter(Boolean).sort().join(' ');

export const isSameName = (one: string, other: string): boolean => nameOf(one) === nameOf(other);

/** @param birthDate `YYYY-MM-DD` */
export const personHash = (sealer: Sealer, name: string, birthDate: string): string =>
  sealer.hash(`contest person ${nameOf(name)} ${birthDate}`);

export const likenessOf = (
  sealer: Sealer,
  { name, birthDate, phone }: Pick<Person, 'name' | 'birthDate' | 'phone'>,
): readonly string[] => [
  ...(birthDate ? [personHash(sealer, name, birthDate)] : []),
  ...(phone ? [sealer.hash(`contest phone ${phone}`)] : []),
];
