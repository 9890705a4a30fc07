// Personal numbers and accounts are never typed into a messenger: what looks like one is caught before any step sees it.
import { ibanProblem } from '../../engine/kernel/iban.ts';
import { iinProblem } from '../../engine/kernel/iin.ts';

/** True when a text holds a valid IIN or a valid Kazakh IBAN, also with spaces or hyphens inside. */
export function holdsSensitiveData(typed: string): boolean {
  const joined = typed.replace(/[\s-]/gu, '');
  const numbers = joined.match(/\d{12,}/gu) ?? [];
  const accounts = joined.toUpperCase().match(/KZ[0-9A-Z]{18}/gu) ?? [];
  return (
    numbers.some((each) => each.length === 12 && iinProblem(each) === null) ||
    accounts.some((each) => ibanProblem(each) === null)
  );
}
