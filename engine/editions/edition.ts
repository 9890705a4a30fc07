// The edition of a programme's rules: facts, parameters, sets and their cases, whole. The shipped one has the number 0;
// each publication makes the next. The newest edition of every programme together are the rules of the system.
import { type FactFile, fileOfSet, type RuleContent, type RuleSource } from '../rules/rule-book.ts';

export interface Edition extends RuleContent {
  readonly programme: string;
  readonly number: number;
  readonly facts: FactFile;
}

/** The documents of editions as the checks and the loader take them. */
export const sourcesOf = (editions: readonly Edition[]): readonly RuleSource[] =>
  editions.flatMap(({ programme, facts, parameters, sets }) => [
    { file: `${programme}/facts.json`, programme, kind: 'facts', content: facts },
    { file: `${programme}/params.json`, programme, kind: 'parameters', content: parameters },
    ...Object.entries(sets).map(([id, content]) => ({
      ...{ file: fileOfSet(id), programme, content },
      kind: 'set' as const,
    })),
  ]);

/**
 * A published edition over the shipped one: sets and parameters that a later release of the software brought are added,
 * what operators published stands.
 */
export function over(shipped: Edition, number: number, content: RuleContent): Edition {
  return {
    ...{ programme: shipped.programme, facts: shipped.facts, number },
    parameters: { ...shipped.parameters, ...content.parameters },
    sets: { ...shipped.sets, ...content.sets },
    cases: { ...shipped.cases, ...content.cases },
  };
}
