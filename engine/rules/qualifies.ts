// A version on a day as one MongoDB expression: true for whom the evaluator would say `met`, over documents that hold
// facts. For counting people where they are kept (tests/rules/qualifies.test.ts holds it and the evaluator identical).
import { childrenOf, factsOf, isGroup, kindOf, operatorNameOf, parameterOnLeft } from './conditions.ts';
import type { OperatorName } from './operators.ts';
import { isTable } from './parameters.ts';
import type { ParameterValue } from './schema/parameter-file.ts';
import type { ConditionDefinition, LeafDefinition, VersionDefinition } from './schema/rule-set-file.ts';

/** An aggregation expression. */
export type Expression = unknown;

/** Where a document keeps a fact: `credit.targetHours` lies at `facts.credit.targetHours`. */
const placeOfFact = (name: string): string => `$facts.${name}`;

type Parameters = Readonly<Record<string, ParameterValue>>;

/** @param parameters every parameter that the version names, as on the day: tables whole */
export function qualifies(version: VersionDefinition, parameters: Parameters): Expression {
  // A missing value compares like any other in MongoDB: who lacks data must be out first.
  const known = factsOf(version).map((name) => ({ $ne: [{ $type: placeOfFact(name) }, 'missing'] }));
  const met = version.requirements.map(({ conditions }) => expressionOf(conditions, parameters));
  return { $and: [...known, ...met] };
}

function expressionOf(condition: ConditionDefinition, parameters: Parameters): Expression {
  if (!isGroup(condition)) return leafExpression(condition, parameters);
  const parts = childrenOf(condition).map((child) => expressionOf(child, parameters));
  return kindOf(condition) === 'all' ? { $and: parts } : { $or: parts };
}

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

function leafExpression(leaf: LeafDefinition, parameters: Parameters): Expression {
  const compare = comparisons[operatorNameOf(leaf)];
  const left = leftOf(leaf, parameters);
  const { value } = leaf;
  if (typeof value !== 'object') return compare(left, literal(value));
  if ('fact' in value) return compare(left, placeOfFact(value.fact));
  const figure = parameters[value.param];
  if (figure === undefined || !isTable(figure)) return compare(left, literal(figure));
  // A table is a choice: of the row of this person, and of none where there is no such row.
  const key = placeOfFact(value.by ?? '');
  const rows = Object.entries(figure).map(([row, cell]) => ({
    $and: [{ $eq: [{ $toString: key }, row] }, compare(left, literal(cell))],
  }));
  return { $or: rows };
}

function leftOf({ fact, params }: LeafDefinition, parameters: Parameters): Expression {
  const parameter = parameterOnLeft(fact);
  if (parameter !== null) return literal(parameters[parameter]);
  if (params === undefined) return placeOfFact(fact);
  return { $add: [fact, ...params.plus].map(placeOfFact) };
}

/** A value that is never taken for a path or an operator. */
const literal = (value: unknown): Expression => ({ $literal: value });
