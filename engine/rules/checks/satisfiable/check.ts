// Refuses conditions that nobody can satisfy: thresholds that exclude each other on some day, and ways of a choice that
// can never be gone. What hangs on a sum or on another fact is taken as possible.
import type { LocalDate } from '../../../kernel/calendar.ts';
import { pointerTo } from '../../../kernel/json-pointer.ts';
import { isGroup } from '../../conditions.ts';
import type { ConditionDefinition, VersionDefinition } from '../../schema/rule-set-file.ts';
import type { LeafContext } from '../leaf-context.ts';
import { childrenAt, type Impasse, type PlacedCondition, possible } from './conjunction.ts';
import { type Situation, situationsOf } from './situation.ts';

/** @param last the version's last day; undefined when nothing ends it */
export function checkSatisfiable(
  version: VersionDefinition,
  last: LocalDate | undefined,
  pointer: string,
  context: LeafContext,
): void {
  const conditions = version.requirements.map(({ conditions: condition }, index) => ({
    condition,
    pointer: pointerTo(pointer, 'requirements', index, 'conditions'),
  }));
  const reached = new Set<string>();
  const impasses = new Map<string, { readonly impasse: Impasse; readonly situation: Situation }>();
  for (const situation of situationsOf(version, last, context)) {
    const { impasse } = possible(conditions, situation, (way) => reached.add(way));
    if (impasse && !impasses.has(impasse.pointer)) impasses.set(impasse.pointer, { impasse, situation });
  }
  const { findings } = context;
  for (const { impasse, situation } of impasses.values()) {
    const whom = situation.keys === '' ? 'nobody' : `nobody with ${situation.keys}`;
    const mend = `on ${situation.on} ${whom} can satisfy this together with the other conditions: change one of them`;
    findings.add('contradiction', impasse.pointer, codeOf(impasse.condition), mend);
  }
  // Where all conditions together are an impasse, that is to be mended first.
  if (impasses.size > 0) return;
  for (const way of conditions.flatMap((each) => waysNotIn(reached, each))) {
    const mend = 'this way can never be gone, whatever the day: take it out, or mend what excludes it';
    findings.add('unreachable', way.pointer, codeOf(way.condition), mend);
  }
}

/** The ways of choices that were never open; not those within one of them. */
function waysNotIn(
  reached: ReadonlySet<string>,
  { condition, pointer }: PlacedCondition,
): readonly PlacedCondition[] {
  const isChoice = isGroup(condition) && 'any' in condition;
  return childrenAt(condition, pointer).flatMap((child) =>
    isChoice && !reached.has(child.pointer) ? [child] : waysNotIn(reached, child),
  );
}

const codeOf = (condition: ConditionDefinition): unknown => condition.name ?? condition;
