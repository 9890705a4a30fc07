// Test identities: valid check digits, obviously nobody's.
import { checkDigit } from '../../../engine/kernel/iin.ts';

/** A valid IIN of someone born on 1 January 2005; different for different `serial`. */
export const validIin = (serial: number): string => iinOf('0501015', serial);

/** A valid IIN that begins with these seven digits: the birth date and the century. */
export const iinOf = (start: string, serial: number): string => withCheckDigit(start, serial);

/** A valid BIN of a resident organisation. */
export const validBin = (serial: number): string => withCheckDigit('1901400', serial);

/** A valid Kazakh IBAN of no bank. */
export function validIban(serial: number): string {
  const account = `000TEST${String(serial).padStart(9, '0')}`;
  return `KZ${checkDigits(account)}${account}`;
}

function withCheckDigit(prefix: string, serial: number): string {
  for (let number = serial; ; number += 1000) {
    const eleven = `${prefix}${String(number).padStart(4, '0')}`;
    const digit = checkDigit(eleven);
    if (digit !== null) return `${eleven}${digit}`;
  }
}

/** ISO 7064 mod 97-10 over the account and the country. */
function checkDigits(account: string): string {
  const digits = `${account}KZ00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const remainder = [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
  return String(98 - remainder).padStart(2, '0');
}
