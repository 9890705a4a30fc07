// The titles of a test file: of every `it`, `test` and `describe` that runs, with the rows of their tables.
import { parseAst } from 'vitest/node';

const NAMES = ['it', 'test', 'describe'];
const ASLEEP = ['skip', 'todo', 'skipIf', 'fails'];

/** A node of the ESTree, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
  readonly object?: Node;
  readonly property?: Node;
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
  readonly elements?: readonly (Node | null)[];
}

interface Called {
  /** What stands in the tables of `each`. */
  readonly rows: readonly string[];
  readonly isAsleep: boolean;
}

/** @returns what names a test in the source; nothing of what is skipped or only planned */
export function titlesIn(source: string): readonly string[] {
  const titles: string[] = [];
  const visit = (node: Node): void => {
    const called = node.type === 'CallExpression' && node.callee ? calledBy(node.callee) : null;
    if (called?.isAsleep) return;
    if (called) titles.push(...(node.arguments ?? []).slice(0, 1).flatMap(wordsOf), ...called.rows);
    const within = called ? (node.arguments ?? []) : childrenOf(node);
    for (const child of within) visit(child);
  };
  visit(parseAst(source, { lang: 'ts' }) as unknown as Node);
  return titles;
}

/** `it`, `it.each(rows)`, `describe.skip`: null for anything else. */
function calledBy({ type, name, object, property, callee, arguments: given }: Node): Called | null {
  if (type === 'Identifier') return NAMES.includes(name ?? '') ? { rows: [], isAsleep: false } : null;
  const before = object ?? callee;
  const called = before ? calledBy(before) : null;
  if (!called) return null;
  if (property) return { ...called, isAsleep: called.isAsleep || ASLEEP.includes(property.name ?? '') };
  return { ...called, rows: (given ?? []).flatMap(wordsOf) };
}

function wordsOf({ type, value, quasis, elements }: Node): readonly string[] {
  if (type === 'Literal') return typeof value === 'string' ? [value] : [];
  if (type === 'TemplateLiteral') return (quasis ?? []).map((each) => each.value.cooked);
  return (elements ?? []).flatMap((each) => (each ? wordsOf(each) : []));
}

const childrenOf = (node: Node): readonly Node[] =>
  Object.values(node)
    .flat()
    .filter((each): each is Node => typeof each === 'object' && each !== null && 'type' in each);
