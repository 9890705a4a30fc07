// Made-up numbers for the demo's form, so that nobody types their own: valid, and different for each person.
import { createHash } from 'node:crypto';
import { composeIBAN } from 'ibantools';
import { checkDigit } from '../../engine/kernel/iin.ts';
import type { Identity } from '../../engine/people/identity.ts';

/** @param born `YYYY-MM-DD`: the number tells the same date as the person */
export function sampleIdentity(person: string, born = '2005-01-01'): Identity {
  const start = createHash('sha256').update(person).digest().readUInt16BE(0) % 9_000;
  for (let serial = start; ; serial += 1) {
    const century = born < '2000' ? '4' : '6';
    const date = born.slice(2).replaceAll('-', '');
    const eleven = `${date}${century}${String(serial % 10_000).padStart(4, '0')}`;
    const digit = checkDigit(eleven);
    // One in a hundred has no valid check digit at all.
    if (digit !== null) return { iin: `${eleven}${digit}`, iban: ibanOf(serial) };
  }
}

const ibanOf = (serial: number): string =>
  composeIBAN({ countryCode: 'KZ', bban: `999KZT${String(serial).padStart(10, '0')}` }) ?? '';
