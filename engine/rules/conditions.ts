// Reading a checked condition tree: its leaves, the facts and the parameters it names. No evaluation here.
import { isOperatorName, type OperatorName } from './operators.ts';
import type {
  ConditionDefinition,
  GroupDefinition,
  LeafDefinition,
  ParameterReference,
  RequirementDefinition,
  VersionDefinition,
} from './schema/rule-set-file.ts';

const PARAMETER_FACT = 'param:';

export type GroupKind = 'all' | 'any';

export const isGroup = (condition: ConditionDefinition): condition is GroupDefinition =>
  'all' in condition || 'any' in condition;

export const kindOf = (group: GroupDefinition): GroupKind => ('all' in group ? 'all' : 'any');

export const childrenOf = (group: GroupDefinition): readonly ConditionDefinition[] =>
  'all' in group ? group.all : group.any;

/** Name under which json-rules-engine knows a resolved parameter, and a leaf may put it on the left. */
export const parameterFact = (name: string): string => `${PARAMETER_FACT}${name}`;

/** The parameter that a leaf's left side names, or null when it is a fact. */
export const parameterOnLeft = (fact: string): string | null =>
  fact.startsWith(PARAMETER_FACT) ? fact.slice(PARAMETER_FACT.length) : null;

export function leavesOf(condition: ConditionDefinition): readonly LeafDefinition[] {
  return isGroup(condition) ? childrenOf(condition).flatMap(leavesOf) : [condition];
}

/** The leaf's operator. @throws Error when the tree was not checked first */
export function operatorNameOf(leaf: LeafDefinition): OperatorName {
  if (!isOperatorName(leaf.operator)) throw new Error(`unchecked operator ${leaf.operator}`);
  return leaf.operator;
}

/** Names of the facts on the left of a leaf; empty where a parameter stands there. */
export function factsOnLeft(leaf: LeafDefinition): readonly string[] {
  return parameterOnLeft(leaf.fact) === null ? [leaf.fact, ...(leaf.params?.plus ?? [])] : [];
}

/** The parameters of a leaf, on either side. */
export function parametersOfLeaf(leaf: LeafDefinition): readonly ParameterReference[] {
  const left = parameterOnLeft(leaf.fact);
  return [
    ...(left === null ? [] : [{ param: left }]),
    ...(typeof leaf.value === 'object' && 'param' in leaf.value ? [leaf.value] : []),
  ];
}

/** Every parameter that a version names, each once, in order of appearance. */
export function parametersOf(version: VersionDefinition): readonly ParameterReference[] {
  const references = [...leavesOfVersion(version).flatMap(parametersOfLeaf), ...(version.grants ?? [])];
  return [...new Map(references.map((reference) => [reference.param, reference])).values()];
}

/** Every fact that a version reads, each once, in order of appearance. */
export function factsOf(version: VersionDefinition): readonly string[] {
  const named = leavesOfVersion(version).flatMap(factsOnSides);
  const keys = parametersOf(version).flatMap(({ by }) => (by === undefined ? [] : [by]));
  return [...new Set([...named, ...keys])];
}

/** Every fact without which a condition cannot be decided, keys of its tables included; each once. */
export function factsOfCondition(condition: ConditionDefinition): readonly string[] {
  const leaves = leavesOf(condition);
  const keys = leaves.flatMap(parametersOfLeaf).flatMap(({ by }) => (by === undefined ? [] : [by]));
  return [...new Set([...leaves.flatMap(factsOnSides), ...keys])];
}

/** The condition trees of a requirement: to whom it applies, where that is said, then what it asks. */
export const treesOf = ({ when, conditions }: RequirementDefinition): readonly GroupDefinition[] =>
  when === undefined ? [conditions] : [when, conditions];

const leavesOfVersion = (version: VersionDefinition): readonly LeafDefinition[] =>
  version.requirements.flatMap(treesOf).flatMap(leavesOf);

const factsOnSides = (leaf: LeafDefinition): readonly string[] => [
  ...factsOnLeft(leaf),
  ...factsOnRight(leaf),
];

function factsOnRight(leaf: LeafDefinition): readonly string[] {
  return typeof leaf.value === 'object' && 'fact' in leaf.value ? [leaf.value.fact] : [];
}
