// People to whom the same requirements apply, for whom conditions must be able to hold together: those of everybody, and
// of each conditional requirement alone, in pairs, and all at once.
import { isGroup, leavesOf } from '../../conditions.ts';
import type { ConditionDefinition } from '../../schema/rule-set-file.ts';
import type { PlacedCondition } from './conjunction.ts';
import type { Situation } from './situation.ts';

export interface PlacedRequirement {
  readonly id: string;
  readonly when: PlacedCondition | undefined;
  readonly conditions: PlacedCondition;
}

export interface Audience {
  /** The conditional requirements that apply to it; those of everybody besides. */
  readonly asked: readonly PlacedRequirement[];
  readonly whens: readonly PlacedCondition[];
}

/** @returns everybody first */
export function audiencesOf(
  requirements: readonly PlacedRequirement[],
  situation: Situation,
): readonly Audience[] {
  const conditional = requirements.filter(({ when }) => when !== undefined);
  const plain = conditional.filter(({ when }) => when && isConjunction(when.condition));
  const judged = plain.filter(({ when }) => when && isCertain(when.condition, situation));
  const pairs = judged.flatMap((one, at) => judged.slice(at + 1).map((other) => [one, other]));
  const alone = conditional.map((each) => [each]);
  return [[], ...alone, ...pairs, ...(judged.length > 2 ? [judged] : [])].map((asked) => ({
    asked,
    whens: asked.flatMap(({ when }) => (when ? [when] : [])),
  }));
}

/** False where a `when` hangs on a sum or on another fact: whom it holds for is not known then. */
export const isCertain = (condition: ConditionDefinition, situation: Situation): boolean =>
  leavesOf(condition).every(
    (leaf) => situation.fact(leaf) !== undefined && situation.right(leaf) !== undefined,
  );

/** Choices may exclude each other in ways that are not seen; of people picked by them in pairs nothing is said. */
const isConjunction = (condition: ConditionDefinition): boolean =>
  !isGroup(condition) || ('all' in condition && condition.all.every(isConjunction));
