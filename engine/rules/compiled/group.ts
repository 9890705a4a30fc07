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

  abstract fraction(values: Values): number;
  abstract lead(values: Values): Led;
  protected abstract shortfallsOfParts(values: Values, into: Shortfall[]): void;

  shortfalls(values: Values, into: Shortfall[]): void {
    if (this.#name !== undefined) into.push(reasonOf(this.#name, this.lead(values)));
    else this.shortfallsOfParts(values, into);
  }

  trace(values: Values, requirement: string, into: LeafTrace[]): void {
    for (const part of this.parts) part.trace(values, requirement, into);
  }
}

class CompiledAll extends CompiledGroup {
  fraction(values: Values): number {
    const { parts } = this;
    let sum = 0;
    let isWhole = true;
    for (let at = 0; at < parts.length; at += 1) {
      const fraction = (parts[at] as CompiledCondition).fraction(values);
      isWhole &&= fraction === 1;
      sum += fraction;
    }
    return isWhole ? 1 : short(sum / parts.length);
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

  protected shortfallsOfParts(values: Values, into: Shortfall[]): void {
    for (const part of this.parts) if (part.fraction(values) < 1) part.shortfalls(values, into);
  }
}

class CompiledAny extends CompiledGroup {
  fraction(values: Values): number {
    const { parts } = this;
    let best = 0;
    for (let at = 0; at < parts.length && best < 1; at += 1)
      best = Math.max(best, (parts[at] as CompiledCondition).fraction(values));
    return best;
  }

  lead(values: Values): Led {
    let leader: CompiledCondition | undefined;
    let best = -1;
    for (const part of this.parts) {
      const fraction = part.fraction(values);
      if (fraction <= best) continue;
      leader = part;
      best = fraction;
      if (best === 1) break;
    }
    return (leader as CompiledCondition).lead(values);
  }

  protected shortfallsOfParts(values: Values, into: Shortfall[]): void {
    const ways = this.parts.map((part) => {
      const way: Shortfall[] = [];
      part.shortfalls(values, way);
      return way;
    });
    into.push(...eitherOf(ways));
  }
}
