// Where a compiled version keeps the facts of the person it looks at: one place a fact, found by number.
import type { Facts } from '../facts.ts';
import type { FactValue } from '../operators.ts';

/** The facts of one person, in the order of the layout. */
export type Values = readonly FactValue[];

export class Layout {
  readonly names: readonly string[];
  readonly #places: ReadonlyMap<string, number>;

  /** @param names the facts that a version reads, each once */
  constructor(names: readonly string[]) {
    this.names = names;
    this.#places = new Map(names.map((name, place) => [name, place]));
  }

  /** @throws Error for a fact that the version does not read: the tree was not checked first */
  placeOf(name: string): number {
    const place = this.#places.get(name);
    if (place === undefined) throw new Error(`the version does not read ${name}`);
    return place;
  }

  /** Puts a person's facts into their places. @returns false when one is missing; the values are of no use then */
  fill(values: FactValue[], facts: Facts): boolean {
    const { names } = this;
    for (let place = 0; place < names.length; place += 1) {
      const value = facts[names[place] as string];
      if (value === undefined) return false;
      values[place] = value;
    }
    return true;
  }
}
