// Walks a condition tree as it stands in a file and refuses every form in which json-rules-engine would go wrong
// silently: empty and mixed groups, bare `not`, priorities, paths. Leaves are judged by leaf.ts.

import { pointerTo } from '../../kernel/json-pointer.ts';
import type { Findings } from '../finding.ts';
import { checkLeaf } from './leaf.ts';
import type { LeafContext } from './leaf-context.ts';
import { checkReasonCode, isRecord, refuseKeys } from './plain-object.ts';

const MAX_DEPTH = 8;
const MAX_NODES = 200;

/** Counts the nodes of one version: all its requirements share the allowance. */
export interface NodeBudget {
  left: number;
}

export const newBudget = (): NodeBudget => ({ left: MAX_NODES });

/** Checks the conditions of one requirement, whose root must be a group. */
export function checkConditions(
  root: unknown,
  pointer: string,
  budget: NodeBudget,
  context: LeafContext,
): void {
  if (isRecord(root) && 'fact' in root && groupKeys(root).length === 0) {
    context.findings.add('bare-leaf', pointer, root.fact, 'put the condition into {"all": [ … ]}');
    return;
  }
  walk(root, pointer, 1, budget, context);
}

function walk(node: unknown, pointer: string, depth: number, budget: NodeBudget, context: LeafContext): void {
  const { findings } = context;
  budget.left -= 1;
  if (budget.left < 0) {
    // Told once: the rest of the version is not walked.
    if (budget.left === -1) {
      findings.add('too-many-nodes', pointer, MAX_NODES, `keep a version within ${MAX_NODES} conditions`);
    }
    return;
  }
  if (depth > MAX_DEPTH) {
    findings.add('too-deep', pointer, depth, `nest at most ${MAX_DEPTH} levels`);
    return;
  }
  if (!isRecord(node)) {
    findings.add('wrong-shape', pointer, node, 'give a group {"all"|"any": [ … ]} or a condition on a fact');
    return;
  }
  if (!checkForm(node, pointer, findings)) return;
  const [kind] = groupKeys(node);
  if (kind === undefined) {
    checkLeaf(node, pointer, context);
    return;
  }
  refuseKeys(node, [kind, 'name'], pointer, findings);
  if (node.name !== undefined) checkReasonCode(node.name, pointerTo(pointer, 'name'), context);
  for (const [index, child] of childrenIn(node[kind], pointerTo(pointer, kind), findings).entries()) {
    walk(child, pointerTo(pointer, kind, index), depth + 1, budget, context);
  }
}

/** False where the node is neither one group nor one leaf. */
function checkForm(node: Record<string, unknown>, pointer: string, findings: Findings): boolean {
  if ('not' in node) {
    findings.add(
      'bare-not',
      pointerTo(pointer, 'not'),
      'not',
      'use the opposite operator (isNot, excludes, below)',
    );
    return false;
  }
  const kinds = groupKeys(node);
  if (kinds.length > 1 || (kinds.length === 1 && 'fact' in node)) {
    findings.add(
      'mixed-group',
      pointer,
      Object.keys(node),
      'use one of all, any or a fact; nest the other inside',
    );
    return false;
  }
  return true;
}

function childrenIn(value: unknown, pointer: string, findings: Findings): readonly unknown[] {
  if (!Array.isArray(value)) {
    findings.add('wrong-shape', pointer, value, 'give a list of conditions');
    return [];
  }
  if (value.length === 0)
    findings.add('empty-group', pointer, value, 'give at least one condition: an empty group always holds');
  return value;
}

const groupKeys = (node: Record<string, unknown>): readonly string[] =>
  ['all', 'any'].filter((key) => Object.hasOwn(node, key));
