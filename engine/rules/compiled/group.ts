// `all` and `any` as closures over their parts. Percentages as in scoring.ts: the mean of `all`, the best of `any`.
import { childrenOf, isGroup, kindOf } from '../conditions.ts';
import type { LeafTrace, Shortfall } from '../evaluation.ts';
import type { ConditionDefinition, GroupDefinition } from '../schema/rule-set-file.ts';
import { eitherOf, reasonOf, short } from '../scoring.ts';
import type { Compiling } from './compiling.ts';
import type { CompiledCondition, Led } from './condition.ts';
import { CompiledLeaf } from './leaf.ts';
import type { Values } from './values.ts';

export function compile(condition: ConditionDefinition, compiling: Compiling): CompiledCondition {
  if (!isGroup(condition)) return new CompiledLeaf(condition, compiling);
  const parts = childrenOf(condition).map((child) => compile(child, compiling));
  return kindOf(condition) === 'all' ? new CompiledAll(condition, parts) : new CompiledAny(condition, parts);
}

abstract class CompiledGroup implements CompiledCondition {
  protected readonly parts: readonly CompiledCondition[];
  readonly #name: string | undefined;

  constructor({ name }: GroupDefinition, parts: readonly CompiledCondition[]) {
    this.#name = name;
    this.parts = parts;
  }

  abstract holds(values: Values): boolean;
  abstract fraction(values: Values): number;
  abstract lead(values: Values): Led;
  protected abstract shortfallsOfParts(values: Values): readonly Shortfall[];

  shortfalls(values: Values): readonly Shortfall[] {
    if (this.#name !== undefined) return [reasonOf(this.#name, this.lead(values))];
    return this.shortfallsOfParts(values);
  }

  trace(values: Values, requirement: string, into: LeafTrace[]): void {
    for (const part of this.parts) part.trace(values, requirement, into);
  }
}

class CompiledAll extends CompiledGroup {
  holds(values: Values): boolean {
    for (const part of this.parts) if (!part.holds(values)) return false;
    return true;
  }

  fraction(values: Values): number {
    if (this.holds(values)) return 1;
    let sum = 0;
    for (const part of this.parts) sum += part.fraction(values);
    return short(sum / this.parts.length);
  }

  lead(values: Values): Led {
    let first: Led | undefined;
    for (const part of this.parts) {
      const led = part.lead(values);
      if (typeof led.have === 'number') return led;
      first ??= led;
    }
    return first as Led;
  }

  protected shortfallsOfParts(values: Values): readonly Shortfall[] {
    const lacking: Shortfall[] = [];
    for (const part of this.parts) if (!part.holds(values)) lacking.push(...part.shortfalls(values));
    return lacking;
  }
}

class CompiledAny extends CompiledGroup {
  holds(values: Values): boolean {
    for (const part of this.parts) if (part.holds(values)) return true;
    return false;
  }

  fraction(values: Values): number {
    if (this.holds(values)) return 1;
    let best = 0;
    for (const part of this.parts) best = Math.max(best, part.fraction(values));
    return best;
  }

  lead(values: Values): Led {
    let leader: CompiledCondition | undefined;
    let best = -1;
    for (const part of this.parts) {
      if (part.holds(values)) return part.lead(values);
      const fraction = part.fraction(values);
      if (fraction <= best) continue;
      leader = part;
      best = fraction;
    }
    return (leader as CompiledCondition).lead(values);
  }

  protected shortfallsOfParts(values: Values): readonly Shortfall[] {
    return eitherOf(this.parts.map((part) => part.shortfalls(values)));
  }
}
