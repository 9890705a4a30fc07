// What every compiled condition, leaf or group, can say of a person's values.
import type { LeafTrace, Shortfall } from '../evaluation.ts';
import type { Measure } from '../operators.ts';
import type { Values } from './values.ts';

/** The leaf that stands for a condition, and what it measured. */
export interface Led {
  readonly have: Measure;
  readonly need: Measure;
  readonly unit: string | undefined;
  readonly progresses: boolean;
}

export interface CompiledCondition {
  /** 0–1, and 1 exactly where it holds. */
  fraction(values: Values): number;
  lead(values: Values): Led;
  /** Adds what is lacking; asked only where it does not hold. */
  shortfalls(values: Values, into: Shortfall[]): void;
  /** Adds a line for every leaf, in order. */
  trace(values: Values, requirement: string, into: LeafTrace[]): void;
}
