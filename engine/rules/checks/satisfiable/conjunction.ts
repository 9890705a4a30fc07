// Whether conditions can hold together, for one day and one choice of the facts that key tables.

import { pointerTo } from '../../../kernel/json-pointer.ts';
import { childrenOf, isGroup, kindOf, operatorNameOf } from '../../conditions.ts';
import type { ConditionDefinition, LeafDefinition } from '../../schema/rule-set-file.ts';
import { domainOf, type FactDomain, type Right } from './fact-domain.ts';
import type { Situation } from './situation.ts';

export interface PlacedCondition {
  readonly condition: ConditionDefinition;
  readonly pointer: string;
}

/** What is known of each fact. */
type Known = ReadonlyMap<string, FactDomain>;

/** Where nothing is possible any more: a leaf that contradicts what stands before it, or a choice without a way. */
export interface Impasse {
  readonly pointer: string;
  readonly condition: ConditionDefinition;
}

export interface Possible {
  /** Absent when everything can hold together. */
  readonly impasse?: Impasse;
}

/**
 * @param reach told of each way of a choice that can be gone
 * @returns the first impasse: leaves are taken before choices, which may hang on them
 */
export function possible(
  conditions: readonly PlacedCondition[],
  situation: Situation,
  reach: (pointer: string) => void,
  known: Known = situation.known,
): Possible {
  const { leaves, choices } = flattened(conditions);
  const narrowed = new Map(known);
  for (const { leaf, pointer } of leaves) {
    const right = situation.right(leaf);
    const definition = situation.fact(leaf);
    if (right === undefined || definition === undefined) continue;
    const before = narrowed.get(leaf.fact) ?? domainOf(definition);
    const after = before.narrowed(operatorNameOf(leaf), right as Right);
    if (after === null) return { impasse: { pointer, condition: leaf } };
    narrowed.set(leaf.fact, after);
  }
  for (const { condition, pointer } of choices) {
    const ways = childrenAt(condition, pointer).filter((way) => {
      const isOpen = possible([way], situation, reach, narrowed).impasse === undefined;
      if (isOpen) reach(way.pointer);
      return isOpen;
    });
    if (ways.length === 0) return { impasse: { pointer, condition } };
  }
  return {};
}

interface Flat {
  readonly leaves: readonly { readonly leaf: LeafDefinition; readonly pointer: string }[];
  readonly choices: readonly PlacedCondition[];
}

function flattened(conditions: readonly PlacedCondition[]): Flat {
  const parts = conditions.map(({ condition, pointer }): Flat => {
    if (!isGroup(condition)) return { leaves: [{ leaf: condition, pointer }], choices: [] };
    if (kindOf(condition) === 'any') return { leaves: [], choices: [{ condition, pointer }] };
    return flattened(childrenAt(condition, pointer));
  });
  return {
    leaves: parts.flatMap(({ leaves }) => leaves),
    choices: parts.flatMap(({ choices }) => choices),
  };
}

export function childrenAt(condition: ConditionDefinition, pointer: string): readonly PlacedCondition[] {
  if (!isGroup(condition)) return [];
  const kind = kindOf(condition);
  return childrenOf(condition).map((child, at) => ({
    condition: child,
    pointer: pointerTo(pointer, kind, at),
  }));
}
