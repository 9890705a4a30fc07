// A version on a day as one MongoDB expression: true for whom the evaluator would say `met`, over documents that hold
// facts. For counting people where they are kept (tests/rules/qualifies.test.ts holds it and the evaluator identical).
import {
  childrenOf,
  factsOfCondition,
  isGroup,
  kindOf,
  operatorNameOf,
  parameterOnLeft,
} from './conditions.ts';
import type { FactCatalogue } from './facts.ts';
import type { OperatorName } from './operators.ts';
import { isTable } from './parameters.ts';
import type { ParameterValue } from './schema/parameter-file.ts';
import type { ConditionDefinition, LeafDefinition, RequirementDefinition } from './schema/rule-set-file.ts';
import type { VersionOnDay } from './version-on-day.ts';

/** An aggregation expression. */
export type Expression = unknown;

type Parameters = Readonly<Record<string, ParameterValue>>;

export function qualifies({ version, parameters, catalogue }: VersionOnDay): Expression {
  const writing = new Writing(parameters, catalogue);
  const keys = (version.grants ?? []).flatMap(({ by }) => (by === undefined ? [] : [by]));
  return { $and: [...writing.known(keys), ...version.requirements.flatMap((each) => writing.holds(each))] };
}

/** Writes expressions for one day: what parameters are then, and where facts lie. */
class Writing {
  readonly #parameters: Parameters;
  readonly #catalogue: FactCatalogue;

  constructor(parameters: Parameters, catalogue: FactCatalogue) {
    this.#parameters = parameters;
    this.#catalogue = catalogue;
  }

  /** Conditions that all hold where the requirement is met or does not apply. */
  holds({ when, conditions }: RequirementDefinition): readonly Expression[] {
    const met = this.#certain(conditions);
    if (when === undefined) return met;
    const applies = this.#expression(when);
    return [...this.known(factsOfCondition(when)), { $or: [{ $not: [applies] }, { $and: met }] }];
  }

  /** A missing value compares like any other in MongoDB: who lacks data must be out first. */
  known(facts: readonly string[]): readonly Expression[] {
    const asked = facts.filter((name) => this.#catalogue.defaultOf(name) === undefined);
    return asked.map((name) => ({ $ne: [{ $type: pathOf(name) }, 'missing'] }));
  }

  #certain(condition: ConditionDefinition): readonly Expression[] {
    return [...this.known(factsOfCondition(condition)), this.#expression(condition)];
  }

  #expression(condition: ConditionDefinition): Expression {
    if (!isGroup(condition)) return this.#leaf(condition);
    const parts = childrenOf(condition).map((child) => this.#expression(child));
    return kindOf(condition) === 'all' ? { $and: parts } : { $or: parts };
  }

  #leaf(leaf: LeafDefinition): Expression {
    const compare = comparisons[operatorNameOf(leaf)];
    const left = this.#left(leaf);
    const { value } = leaf;
    if (typeof value !== 'object') return compare(left, literal(value));
    if ('fact' in value) return compare(left, this.#fact(value.fact));
    const figure = this.#parameters[value.param];
    if (figure === undefined || !isTable(figure)) return compare(left, literal(figure));
    // A table is a choice: of the row of this person, and of none where there is no such row.
    const key = this.#fact(value.by ?? '');
    const rows = Object.entries(figure).map(([row, cell]) => ({
      $and: [{ $eq: [{ $toString: key }, row] }, compare(left, literal(cell))],
    }));
    return { $or: rows };
  }

  #left({ fact, params }: LeafDefinition): Expression {
    const parameter = parameterOnLeft(fact);
    if (parameter !== null) return literal(this.#parameters[parameter]);
    if (params === undefined) return this.#fact(fact);
    return { $add: [fact, ...params.plus].map((name) => this.#fact(name)) };
  }

  #fact(name: string): Expression {
    const otherwise = this.#catalogue.defaultOf(name);
    return otherwise === undefined ? pathOf(name) : { $ifNull: [pathOf(name), literal(otherwise)] };
  }
}

/** Where a document keeps a fact: `credit.targetHours` lies at `facts.credit.targetHours`. */
const pathOf = (name: string): string => `$facts.${name}`;

const comparisons: Readonly<Record<OperatorName, (left: Expression, right: Expression) => Expression>> = {
  atLeast: (left, right) => ({ $gte: [left, right] }),
  atMost: (left, right) => ({ $lte: [left, right] }),
  below: (left, right) => ({ $lt: [left, right] }),
  is: (left, right) => ({ $eq: [left, right] }),
  isNot: (left, right) => ({ $ne: [left, right] }),
  includes: (left, right) => ({ $in: [right, left] }),
  excludes: (left, right) => ({ $not: [{ $in: [right, left] }] }),
  countAtLeast: (left, right) => ({ $gte: [{ $size: { $setUnion: [left, []] } }, right] }),
};

/** A value that is never taken for a path or an operator. */
const literal = (value: unknown): Expression => ({ $literal: value });
