// Personal numbers and accounts are never typed into a messenger: what looks like one is caught before any step sees it,
// however it is written. An organisation's BIN is public and passes: its fifth digit (4–6) makes no day of a month.
import { ibanProblem } from '../../engine/kernel/iban.ts';
import { checkDigit } from '../../engine/kernel/iin.ts';
import { codesIn } from '../../engine/kernel/typed-text.ts';

/** Between two characters of one number: dashes, dots, slashes, spaces, at most three. */
const BETWEEN = String.raw`[ ./\\-]{0,3}`;
/** Twelve digits that stand for themselves. Looked for at every digit: other numbers may stand right beside them. */
const NUMBERS = new RegExp(String.raw`(?<![\d+])(?=(\d(?:${BETWEEN}\d){11})(?!\d))`, 'gu');
/** Looked for at every K: what stands before an account (a site, a word) may end in "kz" itself. */
const ACCOUNTS = new RegExp(`(?=(K${BETWEEN}Z(?:${BETWEEN}[0-9A-Z]){18}))`, 'gu');

/** Figures that are known for something else, so that two of them never make one number: dates, times, phones. */
const KNOWN = [
  /(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)/gu,
  /(?<!\d)[0-3]\d\.[01]\d\.\d\d ?- ?[0-3]\d\.[01]\d\.\d\d(?!\d)/gu,
  /(?<![\d.:/-])\d{1,2}[.:]\d\d(?: ?- ?\d{1,2}[.:]\d\d)?(?![\d-]|[.:/]\d)/gu,
  /(?<!\d)(?:\+?7|8)[ (-]{0,2}[67]\d\d[ )-]{0,2}\d{3}[ -]?\d\d[ -]?\d\d(?!\d)/gu,
];

/** True when a text holds a valid IIN or a valid Kazakh IBAN, whatever stands between its characters. */
export function holdsSensitiveData(typed: string): boolean {
  const codes = codesIn(typed);
  const figures = KNOWN.reduce((rest, each) => rest.replace(each, '#'), codes);
  return (
    found(figures, NUMBERS).some(isPersonal) ||
    found(codes, ACCOUNTS).some((each) => ibanProblem(each) === null)
  );
}

/** A right check digit after a day of a month; the century digit may be any: foreigners and old numbers have others. */
function isPersonal(number: string): boolean {
  const [month, day] = [Number(number.slice(2, 4)), Number(number.slice(4, 6))];
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isDate && checkDigit(number.slice(0, 11)) === Number(number.charAt(11));
}

const found = (codes: string, pattern: RegExp): string[] =>
  [...codes.matchAll(pattern)].map(([, each = '']) => each.replace(/[ ./\\-]/gu, ''));
