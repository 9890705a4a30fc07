// Where a compiled version keeps the facts of the person it looks at: one place a fact, found by number.
import type { FactCatalogue, Facts } from '../facts.ts';
import type { FactValue } from '../operators.ts';

/** The facts of one person, in the order of the layout. */
export type Values = readonly FactValue[];

export class Layout {
  readonly names: readonly string[];
  /** What stands in the place of a fact that is not given; undefined where nothing does. */
  readonly #defaults: readonly (FactValue | undefined)[];
  readonly #places: ReadonlyMap<string, number>;

  /** @param names the facts that a version reads, each once */
  constructor(names: readonly string[], catalogue: FactCatalogue) {
    this.names = names;
    this.#defaults = names.map((name) => catalogue.defaultOf(name));
    this.#places = new Map(names.map((name, place) => [name, place]));
  }

  /** @throws Error for a fact that the version does not read: the tree was not checked first */
  placeOf(name: string): number {
    const place = this.#places.get(name);
    if (place === undefined) throw new Error(`the version does not read ${name}`);
    return place;
  }

  /** Puts a person's facts into their places. @returns false when one is missing; its place stays empty then */
  fill(values: FactValue[], facts: Facts): boolean {
    const { names } = this;
    let isComplete = true;
    for (let place = 0; place < names.length; place += 1) {
      const value = facts[names[place] as string] ?? this.#defaults[place];
      if (value === undefined) isComplete = false;
      else values[place] = value;
    }
    return isComplete;
  }
}
