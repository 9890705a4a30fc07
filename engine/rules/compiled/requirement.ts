// One requirement as closures: to whom it applies, what it asks, and how it counts.
import type { LeafTrace, RequirementResult, Shortfall } from '../evaluation.ts';
import type { RequirementDefinition } from '../schema/rule-set-file.ts';
import { groupOf, percentOf } from '../scoring.ts';
import type { Compiling } from './compiling.ts';
import type { CompiledCondition } from './condition.ts';
import { compile } from './group.ts';
import type { Values } from './values.ts';

/** In the place of a fraction: no number that a fraction can be. */
export const NOT_APPLICABLE = -1;

export class CompiledRequirement {
  readonly id: string;
  readonly gate: boolean;
  readonly group: string;
  readonly text: string;
  readonly #when: CompiledCondition | null;
  readonly #condition: CompiledCondition;

  constructor(definition: RequirementDefinition, compiling: Compiling) {
    this.id = definition.id;
    this.gate = definition.gate ?? false;
    this.group = groupOf(definition);
    this.text = definition.text;
    this.#when = definition.when === undefined ? null : compile(definition.when, compiling);
    this.#condition = compile(definition.conditions, compiling);
  }

  applies(values: Values): boolean {
    return this.#when === null || this.#when.fraction(values) === 1;
  }

  /** 0–1, 1 exactly where it is met, or NOT_APPLICABLE. */
  fraction(values: Values): number {
    return this.applies(values) ? this.#condition.fraction(values) : NOT_APPLICABLE;
  }

  result(values: Values, fraction: number): RequirementResult {
    const { id, text, group, gate } = this;
    const { have, need } = this.#condition.lead(values);
    const met = fraction === 1;
    return { id, text, group, gate, met, have, need, percent: percentOf(fraction, met) };
  }

  shortfalls(values: Values, into: Shortfall[]): void {
    this.#condition.shortfalls(values, into);
  }

  trace(values: Values, into: LeafTrace[]): void {
    if (this.#when !== null) {
      const lines: LeafTrace[] = [];
      this.#when.trace(values, this.id, lines);
      for (const line of lines) into.push({ ...line, when: true });
    }
    if (this.applies(values)) this.#condition.trace(values, this.id, into);
  }
}
