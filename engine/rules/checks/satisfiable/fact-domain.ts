// The values that a fact may still have when some conditions on it hold. For finding conditions nobody can satisfy.
import type { OperatorName } from '../../operators.ts';
import type { FactDefinition } from '../../schema/fact-file.ts';

export type Right = number | boolean | string;

export interface FactDomain {
  /** The domain when this condition holds, too; null when no value is left. */
  narrowed(operator: OperatorName, right: Right): FactDomain | null;
}

/** Everything that the catalogue allows. */
export function domainOf(fact: FactDefinition): FactDomain {
  switch (fact.type) {
    case 'bool':
      return options([true, false]);
    case 'choice':
      return options(fact.values);
    case 'list':
      return list({ elements: fact.values, included: new Set(), excluded: new Set() });
    default:
      if (fact.values !== undefined) return options(fact.values);
      return interval({
        least: fact.min ?? -Infinity,
        most: fact.max ?? Infinity,
        whole: fact.type === 'int',
      });
  }
}

/** A few values, compared one by one. */
function options(values: readonly Right[]): FactDomain {
  return {
    narrowed(operator, right) {
      const left = values.filter((value) => holds(operator, value, right));
      return left.length === 0 ? null : options(left);
    },
  };
}

function holds(operator: OperatorName, value: Right, right: Right): boolean {
  if (operator === 'is') return value === right;
  if (operator === 'isNot') return value !== right;
  if (typeof value !== 'number' || typeof right !== 'number') return true;
  if (operator === 'atLeast') return value >= right;
  return operator === 'atMost' ? value <= right : value < right;
}

interface Interval {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

const justBelow = (value: number): number =>
  value - Math.max(Number.MIN_VALUE, Math.abs(value) * Number.EPSILON);

/** The values that satisfy a comparison with a figure: from, to. */
const spans: Partial<Record<OperatorName, (right: number) => readonly [number, number]>> = {
  atLeast: (right) => [right, Infinity],
  atMost: (right) => [-Infinity, right],
  below: (right) => [-Infinity, justBelow(right)],
  is: (right) => [right, right],
};

function interval({ least, most, whole }: Interval): FactDomain {
  return {
    narrowed(operator, right) {
      const span = typeof right === 'number' ? spans[operator]?.(right) : undefined;
      // `isNot` takes one value out of many.
      if (!span) return operator === 'isNot' && least === right && most === right ? null : this;
      const from = Math.max(least, span[0]);
      const to = Math.min(most, span[1]);
      const bounds = whole ? { least: Math.ceil(from), most: Math.floor(to) } : { least: from, most: to };
      return bounds.least > bounds.most ? null : interval({ ...bounds, whole });
    },
  };
}

interface Elements {
  readonly elements: readonly string[];
  readonly included: ReadonlySet<string>;
  readonly excluded: ReadonlySet<string>;
}

function list({ elements, included, excluded }: Elements): FactDomain {
  return {
    narrowed(operator, right) {
      if (operator === 'countAtLeast')
        return typeof right === 'number' && right > elements.length - excluded.size ? null : this;
      if (typeof right !== 'string') return this;
      if (operator === 'includes') {
        return excluded.has(right)
          ? null
          : list({ elements, included: new Set([...included, right]), excluded });
      }
      return included.has(right)
        ? null
        : list({ elements, included, excluded: new Set([...excluded, right]) });
    },
  };
}
