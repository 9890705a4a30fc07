// Every pattern that stands in the sources, and strings made to keep it busy: what its own letters and kinds of letters
// repeat to, with an end on which it fails.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

export interface Pattern {
  /** File and pattern. */
  readonly name: string;
  readonly expression: RegExp;
}

/** @param directories beneath the project's root */
export function patternsIn(root: string, ...directories: readonly string[]): readonly Pattern[] {
  return directories.flatMap((directory) =>
    readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => patternsOf(root, join(directory, file))),
  );
}

function patternsOf(root: string, file: string): readonly Pattern[] {
  const found: RegExp[] = [];
  visit(parseSync(readFileSync(join(root, file), 'utf8'), { syntax: 'typescript' }), found);
  return found.map((expression) => ({ name: `${file} ${expression}`, expression }));
}

/** Literals, and texts that stand for a pattern in a schema: those from start to end. */
function visit(node: unknown, found: RegExp[]): void {
  if (typeof node !== 'object' || node === null) return;
  const { type, pattern, flags, value } = node as Readonly<Record<string, unknown>>;
  if (type === 'RegExpLiteral') found.push(new RegExp(String(pattern), String(flags)));
  if (type === 'StringLiteral' && /^\^.+\$$/.test(String(value))) found.push(new RegExp(String(value), 'u'));
  for (const each of Object.values(node)) visit(each, found);
}

const kinds = ['a', 'Z', '0', ' ', '\n', '-', '.', '/'];
const MOST_LETTERS = 7;

/** What of a text is said again and again, after a beginning that the pattern may want. */
export interface Bait {
  readonly beginning: string;
  readonly again: string;
}

export const baitText = ({ beginning, again }: Bait, length: number): string =>
  `${beginning}${again.repeat(Math.ceil(length / again.length))}\u0000`;

/** One letter again and again, and two in turn. */
export function baitFor({ source }: RegExp): readonly Bait[] {
  const plain = source.replace(/\\[a-zA-Z](?:\{[^}]*\})?/g, '');
  const own = [...new Set(plain)].filter((each) => !'()[]{}|*+?^$\\'.includes(each)).slice(0, MOST_LETTERS);
  const letters = [...new Set([...own, ...kinds])];
  const beginnings = ['', ...own.slice(0, 2), /[\p{L}/:"<-]{2,}/u.exec(source)?.[0] ?? ''];
  return letters.flatMap((one) => [
    ...beginnings.map((beginning) => ({ beginning, again: one })),
    ...letters.filter((other) => other !== one).map((other) => ({ beginning: '', again: `${one}${other}` })),
  ]);
}
