// Which facts a version cannot do without. What only a requirement asks for that does not apply to a person is not
// missing: who has not chosen a direction has nothing to say of it.
import { factsOf, factsOfCondition } from './conditions.ts';
import type { RequirementDefinition, VersionDefinition } from './schema/rule-set-file.ts';

interface ConditionalNeeds {
  readonly when: readonly string[];
  readonly conditions: readonly string[];
}

export class Needs {
  readonly #reads: readonly string[];
  readonly #always: ReadonlySet<string>;
  /** Of each requirement, in their order; null for one that applies to everybody. */
  readonly #conditional: readonly (ConditionalNeeds | null)[];

  constructor(version: VersionDefinition) {
    this.#reads = factsOf(version);
    this.#conditional = version.requirements.map(conditionalNeeds);
    this.#always = new Set([
      ...version.requirements.flatMap(({ when, conditions }) => factsOfCondition(when ?? conditions)),
      ...(version.grants ?? []).flatMap(({ by }) => (by === undefined ? [] : [by])),
    ]);
  }

  /** True when everything is known that says whether the requirement applies. */
  isDecidable(index: number, isKnown: (fact: string) => boolean): boolean {
    return this.#conditional[index]?.when.every(isKnown) ?? true;
  }

  /**
   * @param applies whether the `when` of a requirement holds; asked only where that is decidable
   * @returns the facts that are missing, in the order in which the version reads them
   */
  missing(isKnown: (fact: string) => boolean, applies: (index: number) => boolean): readonly string[] {
    const unknown = this.#reads.filter((name) => !isKnown(name));
    if (unknown.length === 0) return unknown;
    const needed = new Set(this.#always);
    for (const [index, needs] of this.#conditional.entries()) {
      if (needs === null || !this.isDecidable(index, isKnown) || !applies(index)) continue;
      for (const name of needs.conditions) needed.add(name);
    }
    return unknown.filter((name) => needed.has(name));
  }
}

const conditionalNeeds = ({ when, conditions }: RequirementDefinition): ConditionalNeeds | null =>
  when === undefined ? null : { when: factsOfCondition(when), conditions: factsOfCondition(conditions) };
