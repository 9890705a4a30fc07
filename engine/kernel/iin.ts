// Individual and business identification numbers of Kazakhstan (ИИН / БИН): 12 digits with a check digit.
// A birth date that differs from the number is only a warning: since 2013 no rule ties them.
import type { LocalDate } from './calendar.ts';
import { isLocalDate } from './calendar.ts';

const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

export type IinProblem = 'length' | 'digits' | 'checksum' | 'date';

/** @returns what is wrong with a personal number, or null when it is a valid IIN */
export function iinProblem(value: string): IinProblem | null {
  const shape = shapeProblem(value);
  if (shape !== null) return shape;
  return birthDateOf(value) === null ? 'date' : null;
}

/** @returns what is wrong with an organisation's number, or null when it is a valid BIN */
export function binProblem(value: string): IinProblem | null {
  const shape = shapeProblem(value);
  if (shape !== null) return shape;
  // The fifth digit of a BIN tells the kind of entity: 4 resident, 5 non-resident, 6 sole proprietor jointly.
  return '456'.includes(value.charAt(4)) ? null : 'date';
}

/** The check digit for the first eleven digits, or null when no twelfth digit makes them valid. */
export function checkDigit(eleven: string): number | null {
  const first = weighted(eleven, FIRST);
  if (first !== 10) return first;
  const second = weighted(eleven, SECOND);
  return second === 10 ? null : second;
}

/** The birth date that an IIN carries (YYMMDD and the century digit), or null when it carries none. */
export function birthDateOf(iin: string): LocalDate | null {
  const century = { '1': 18, '2': 18, '3': 19, '4': 19, '5': 20, '6': 20 }[iin.charAt(6)];
  if (century === undefined) return null;
  const date = `${century}${iin.slice(0, 2)}-${iin.slice(2, 4)}-${iin.slice(4, 6)}`;
  return isLocalDate(date) ? date : null;
}

function shapeProblem(value: string): IinProblem | null {
  if (!/^\d*$/.test(value)) return 'digits';
  if (value.length !== 12) return 'length';
  return checkDigit(value.slice(0, 11)) === Number(value.charAt(11)) ? null : 'checksum';
}

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0) % 11;
