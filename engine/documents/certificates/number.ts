// The number of a certificate: the year, a serial part, and a check part that follows from a key of ours. Nobody can work
// out the number of another certificate, however many they have seen.
import { createHash } from 'node:crypto';
import type { Sealer } from '../../kernel/sealing.ts';

/** No 0 and O, 1, I and L: numbers are read aloud and copied from paper. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const SERIAL = 5;
/** 49 bits. */
const CHECK = 10;
const FORM = new RegExp(`^(\\d{2})([${LETTERS}]{${SERIAL}})([${LETTERS}]{${CHECK}})$`);

/** @param issuedOn `YYYY-MM-DD` @returns e.g. `26-7KQ2M-X4TBN-93HWD` */
export function numberOf(sealer: Sealer, id: string, issuedOn: string): string {
  const serial = lettersOf(createHash('sha256').update(`certificate ${id}`).digest(), SERIAL);
  const check = lettersOf(Buffer.from(sealer.hash(`certificate number ${id}`), 'hex'), CHECK);
  return shownNumber(`${issuedOn.slice(2, 4)}${serial}${check}`);
}

/** What somebody typed, as a number is written; null where it can be none. Spaces and case do not matter. */
export function readNumber(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[АВСЕНКМРТУХ]/g, (letter) => LATIN[letter] ?? letter)
    .replace(/[\s\p{Pd}]/gu, '');
  return FORM.test(plain) ? shownNumber(plain) : null;
}

/** Cyrillic letters that look like those of a number. */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  [...'АВСЕНКМРТУХ'].map((letter, at) => [letter, [...'ABCEHKMPTYX'][at] ?? letter]),
);

const shownNumber = (plain: string): string =>
  [plain.slice(0, 2), plain.slice(2, 7), plain.slice(7, 12), plain.slice(12)].join('-');

/** Letters drawn evenly from bytes: 31 does not divide 256, so large bytes are passed over. */
function lettersOf(bytes: Uint8Array, count: number): string {
  const even = [...bytes].filter((byte) => byte < 248);
  return even
    .slice(0, count)
    .map((byte) => LETTERS[byte % 31])
    .join('');
}
