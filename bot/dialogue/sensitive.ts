// Personal numbers and accounts are never typed into a messenger: what looks like one is caught before any step sees it.
import { ibanProblem } from '../../engine/kernel/iban.ts';
import { iinProblem } from '../../engine/kernel/iin.ts';

/** Twelve digits that stand for themselves. Looked for at every digit: other numbers may stand right beside them. */
const NUMBERS = /(?<!\d)(?=(\d(?:[\s-]*\d){11})(?!\d))/gu;
/** Looked for at every K: what stands before an account (a site, a word) may end in "kz" itself. */
const ACCOUNTS = /(?=(K[\s-]*Z(?:[\s-]*[0-9A-Z]){18}))/gu;

/** True when a text holds a valid IIN or a valid Kazakh IBAN, also with spaces or hyphens inside. */
export function holdsSensitiveData(typed: string): boolean {
  return (
    found(typed, NUMBERS).some((each) => iinProblem(each) === null) ||
    found(typed.toUpperCase(), ACCOUNTS).some((each) => ibanProblem(each) === null)
  );
}

const found = (typed: string, pattern: RegExp): string[] =>
  [...typed.matchAll(pattern)].map(([, each = '']) => each.replace(/[\s-]/gu, ''));
