// Payout accounts: an IBAN of Kazakhstan (KZ and 18 characters, mod-97), checked by ibantools.
import { electronicFormatIBAN, isValidIBAN } from 'ibantools';

export type IbanProblem = 'country' | 'length' | 'checksum';

/** Upper case, no spaces: how an account is stored and compared. */
export const normalIban = (value: string): string => electronicFormatIBAN(value) ?? '';

/** @returns what is wrong with an account, or null when it is a valid Kazakh IBAN */
export function ibanProblem(value: string): IbanProblem | null {
  const iban = normalIban(value);
  if (!iban.startsWith('KZ')) return 'country';
  if (iban.length !== 20) return 'length';
  return isValidIBAN(iban) ? null : 'checksum';
}
