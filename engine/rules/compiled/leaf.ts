// One condition as closures. What it says of a person is what json-rules-engine would say: the operators, the measures
// and the reasons are the same functions; only the way to the values differs.
import { operatorNameOf, parameterOnLeft } from '../conditions.ts';
import type { LeafTrace, Shortfall } from '../evaluation.ts';
import type { FactValue, Measured } from '../operators.ts';
import { type OperatorDefinition, type OperatorName, operatorOf } from '../operators.ts';
import type { LeafDefinition } from '../schema/rule-set-file.ts';
import { leafFraction, reasonOf, shareOf } from '../scoring.ts';
import type { Compiling } from './compiling.ts';
import type { CompiledCondition, Led } from './condition.ts';
import type { Values } from './values.ts';

type Read = (values: Values) => FactValue;
type Fraction = (values: Values) => number;

export class CompiledLeaf implements CompiledCondition {
  readonly fraction: Fraction;
  readonly #leaf: LeafDefinition;
  readonly #left: Read;
  readonly #right: Read;
  readonly #measure: (left: FactValue, right: FactValue) => Measured;
  readonly #unit: string | undefined;
  readonly #progresses: boolean;
  readonly #fact: string;

  constructor(leaf: LeafDefinition, compiling: Compiling) {
    const name = operatorNameOf(leaf);
    const operator = operatorOf(name);
    this.#leaf = leaf;
    this.#left = leftOf(leaf, compiling);
    this.#right = rightOf(leaf, compiling);
    this.#measure = operator.measure;
    this.#progresses = operator.progresses;
    this.#unit = compiling.catalogue.unit(leaf.fact);
    this.#fact = [leaf.fact, ...(leaf.params?.plus ?? [])].join('+');
    this.fraction =
      quickly(name, leaf, compiling) ??
      slowly(operator, this.#left, this.#right, (values) => this.#measured(values));
  }

  lead(values: Values): Led {
    const { have, need } = this.#measured(values);
    return { have, need, unit: this.#unit, progresses: this.#progresses };
  }

  shortfalls(values: Values, into: Shortfall[]): void {
    into.push(reasonOf(this.#leaf.name, this.lead(values)));
  }

  trace(values: Values, requirement: string, into: LeafTrace[]): void {
    const { name, operator } = this.#leaf;
    const { have, need } = this.#measured(values);
    const met = this.fraction(values) === 1;
    into.push({ requirement, name, fact: this.#fact, operator, met, have, need });
  }

  #measured(values: Values): Measured {
    return this.#measure(this.#left(values), this.#right(values));
  }
}

/** By the operator's own functions, whatever stands on either side. */
function slowly(
  { holds, progresses }: OperatorDefinition,
  left: Read,
  right: Read,
  measured: (values: Values) => Measured,
): Fraction {
  return (values) => {
    if (holds(left(values), right(values))) return 1;
    return progresses ? leafFraction({ progresses, ...measured(values) }) : 0;
  };
}

/** One fact beside one figure is nearly all there is: compared without a step in between. Facts are checked before. */
function quickly(name: OperatorName, leaf: LeafDefinition, compiling: Compiling): Fraction | null {
  if (leaf.params !== undefined || parameterOnLeft(leaf.fact) !== null) return null;
  const right = constantOf(leaf, compiling);
  if (right === null) return null;
  const place = compiling.layout.placeOf(leaf.fact);
  if (name === 'is') return (values) => (values[place] === right ? 1 : 0);
  if (typeof right !== 'number') return null;
  switch (name) {
    case 'atLeast':
      return (values) => {
        const have = values[place] as number;
        return have >= right ? 1 : shareOf(have, right);
      };
    case 'atMost':
      return (values) => ((values[place] as number) <= right ? 1 : 0);
    case 'below':
      return (values) => ((values[place] as number) < right ? 1 : 0);
    default:
      return null;
  }
}

function leftOf({ fact, params }: LeafDefinition, { layout, parameters }: Compiling): Read {
  const parameter = parameterOnLeft(fact);
  if (parameter !== null) {
    const value = parameters.constant(parameter);
    return () => value;
  }
  const place = layout.placeOf(fact);
  if (params === undefined) return (values) => values[place] as FactValue;
  const places = [place, ...params.plus.map((name) => layout.placeOf(name))];
  return (values) => places.reduce((sum, each) => sum + Number(values[each]), 0);
}

function rightOf(leaf: LeafDefinition, compiling: Compiling): Read {
  const constant = constantOf(leaf, compiling);
  if (constant !== null) return () => constant;
  const { value } = leaf;
  if (typeof value !== 'object') return () => value;
  if ('fact' in value) {
    const place = compiling.layout.placeOf(value.fact);
    return (values) => values[place] as FactValue;
  }
  const key = compiling.layout.placeOf(value.by ?? '');
  const cells = compiling.parameters.table(value.param);
  return (values) => {
    const cell = cells.get(String(values[key]));
    if (cell === undefined)
      throw new Error(`parameter ${value.param} has nothing for ${String(values[key])}`);
    return cell;
  };
}

/** The right side where it is the same for everybody, else null. */
function constantOf({ value }: LeafDefinition, { parameters }: Compiling): FactValue | null {
  if (typeof value !== 'object') return value;
  return 'param' in value && value.by === undefined ? parameters.constant(value.param) : null;
}
