// What changed in the conditions of a requirement: each leaf by its reason code, and how the leaves are joined.
import { childrenOf, isGroup, kindOf } from '../conditions.ts';
import type { ConditionDefinition, GroupDefinition, LeafDefinition } from '../schema/rule-set-file.ts';
import type { RuleChange, Subject } from './change.ts';
import { isSame, matched } from './matching.ts';

interface PlacedLeaf {
  readonly leaf: LeafDefinition;
  readonly pointer: string;
}

export interface ConditionChanges {
  readonly changes: readonly RuleChange[];
  /** Groups, their names, or the order of what both have, are others. */
  readonly isRestructured: boolean;
}

/** @param at JSON pointers of the requirement on both sides */
export function conditionChanges(
  before: GroupDefinition,
  after: GroupDefinition,
  at: Record<'before' | 'after', string>,
  about: Subject,
): ConditionChanges {
  const [olds, news] = [
    leavesAt(before, `${at.before}/conditions`),
    leavesAt(after, `${at.after}/conditions`),
  ];
  const pairs = matched(olds, news, ({ leaf }) => leaf.name);
  const changes = pairs.flatMap(({ before: old, after: now }): readonly RuleChange[] => {
    if (old && now && isSame(old.item.leaf, now.item.leaf)) return [];
    const kind = !old ? 'condition-added' : now ? 'condition-changed' : 'condition-removed';
    const pointer = (now ?? old)?.item.pointer ?? at.after;
    return [{ kind, pointer, about, before: old?.item.leaf ?? null, after: now?.item.leaf ?? null }];
  });
  const kept = new Set(
    pairs.flatMap((pair) => (pair.before && pair.after ? [pair.after.item.leaf.name] : [])),
  );
  return { changes, isRestructured: !isSame(joints(before, kept), joints(after, kept)) };
}

function leavesAt(condition: ConditionDefinition, pointer: string): readonly PlacedLeaf[] {
  if (!isGroup(condition)) return [{ leaf: condition, pointer }];
  const kind = kindOf(condition);
  return childrenOf(condition).flatMap((child, at) => leavesAt(child, `${pointer}/${kind}/${at}`));
}

/** The tree without what its leaves say, and without leaves that only one side has. */
function joints(condition: ConditionDefinition, kept: ReadonlySet<string>): unknown {
  if (!isGroup(condition)) return kept.has(condition.name) ? condition.name : null;
  const children = childrenOf(condition).map((child) => joints(child, kept));
  return {
    ...{ kind: kindOf(condition), name: condition.name },
    children: children.filter((each) => each !== null),
  };
}
