// The operators a condition may use, typed. json-rules-engine's own are never allowed in a rule file: they coerce.
// Both evaluators and the checks read this one table.
import type { FactType } from './schema/fact-file.ts';

export type FactValue = number | boolean | string | readonly string[];
/** What a requirement has or needs, as it is shown. */
export type Measure = number | boolean | string;

export interface Measured {
  readonly have: Measure;
  readonly need: Measure;
}

export interface OperatorDefinition {
  /** Types of the fact on the left. */
  readonly left: readonly FactType[];
  /** What may stand on the right: a number, the same type as the fact, or one value of its list. */
  readonly right: 'number' | 'same' | 'element';
  /** True where being short of the need is progress towards it; false where it is a limit or a yes/no. */
  readonly progresses: boolean;
  holds(left: FactValue, right: FactValue): boolean;
  measure(left: FactValue, right: FactValue): Measured;
}

const NUMERIC = ['int', 'number'] as const;
const SCALAR = ['int', 'number', 'bool', 'choice'] as const;

const numbers =
  (compare: (left: number, right: number) => boolean) =>
  (left: FactValue, right: FactValue): boolean =>
    typeof left === 'number' && typeof right === 'number' && compare(left, right);

const asMeasure = (value: FactValue): Measure => (typeof value === 'object' ? value.length : value);
const plain = (left: FactValue, right: FactValue): Measured => ({
  have: asMeasure(left),
  need: asMeasure(right),
});
const contains = (list: FactValue, element: FactValue): boolean =>
  typeof list === 'object' && typeof element === 'string' && list.includes(element);
const countOf = (list: FactValue): number => (typeof list === 'object' ? new Set(list).size : 0);

export const operators = {
  atLeast: {
    left: NUMERIC,
    right: 'number',
    progresses: true,
    holds: numbers((left, right) => left >= right),
    measure: plain,
  },
  atMost: {
    left: NUMERIC,
    right: 'number',
    progresses: false,
    holds: numbers((left, right) => left <= right),
    measure: plain,
  },
  below: {
    left: NUMERIC,
    right: 'number',
    progresses: false,
    holds: numbers((left, right) => left < right),
    measure: plain,
  },
  is: {
    left: SCALAR,
    right: 'same',
    progresses: false,
    holds: (left, right) => left === right,
    measure: plain,
  },
  isNot: {
    left: SCALAR,
    right: 'same',
    progresses: false,
    holds: (left, right) => typeof left === typeof right && left !== right,
    measure: plain,
  },
  includes: {
    left: ['list'],
    right: 'element',
    progresses: false,
    holds: contains,
    measure: (left, right) => ({ have: contains(left, right), need: true }),
  },
  excludes: {
    left: ['list'],
    right: 'element',
    progresses: false,
    holds: (left, right) => typeof left === 'object' && typeof right === 'string' && !left.includes(right),
    measure: (left, right) => ({ have: contains(left, right), need: false }),
  },
  countAtLeast: {
    left: ['list'],
    right: 'number',
    progresses: true,
    holds: (left, right) => typeof right === 'number' && typeof left === 'object' && countOf(left) >= right,
    measure: (left, right) => ({ have: countOf(left), need: asMeasure(right) }),
  },
} as const satisfies Record<string, OperatorDefinition>;

export type OperatorName = keyof typeof operators;

export const isOperatorName = (value: unknown): value is OperatorName =>
  typeof value === 'string' && Object.hasOwn(operators, value);

export const operatorOf = (name: OperatorName): OperatorDefinition => operators[name];
