// What an invariant is: a number from the specification, a name, and how to find what breaks it.
import type { Contents } from './contents.ts';

export interface Invariant {
  /** Number in the specification's list. */
  readonly number: number;
  readonly name: string;
  /** `always`: at every instant at which nothing is being written. `at rest`: once nothing waits to be done any more. */
  readonly holds: 'always' | 'at rest';
  /** One sentence for each violation. */
  readonly broken: (contents: Contents) => readonly string[];
}

export interface Violation {
  readonly invariant: number;
  readonly name: string;
  readonly what: string;
}

/** The values of a list that stand in it more than once. */
export function repeated<T>(values: readonly T[]): readonly T[] {
  const seen = new Set<T>();
  const again = new Set<T>();
  for (const value of values) (seen.has(value) ? again : seen).add(value);
  return [...again];
}
