// Payout accounts: an IBAN of Kazakhstan (KZ and 18 characters, mod-97), checked by ibantools.
import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import { codeTyped } from './typed-text.ts';

export type IbanProblem = 'country' | 'length' | 'checksum';

/** Upper case, Latin letters, no spaces: how an account is stored and compared. */
export const normalIban = (value: string): string => electronicFormatIBAN(codeTyped(value)) ?? '';

/** @returns what is wrong with an account, or null when it is a valid Kazakh IBAN */
export function ibanProblem(value: string): IbanProblem | null {
  const iban = normalIban(value);
  if (!iban.startsWith('KZ')) return 'country';
  if (iban.length !== 20) return 'length';
  return isValidIBAN(iban) ? null : 'checksum';
}
