// Refuses conditions that nobody can satisfy: thresholds that exclude each other on some day, ways of a choice that can
// never be gone, requirements that apply to nobody. What hangs on a sum or on another fact is taken as possible.
import type { LocalDate } from '../../../kernel/calendar.ts';
import { pointerTo } from '../../../kernel/json-pointer.ts';
import { isGroup } from '../../conditions.ts';
import type { ConditionDefinition, VersionDefinition } from '../../schema/rule-set-file.ts';
import type { LeafContext } from '../leaf-context.ts';
import { type Audience, audiencesOf, isCertain, type PlacedRequirement } from './audience.ts';
import { childrenAt, type Impasse, type PlacedCondition, possible } from './conjunction.ts';
import { type Situation, situationsOf } from './situation.ts';

/** @param last the version's last day; undefined when nothing ends it */
export function checkSatisfiable(
  version: VersionDefinition,
  last: LocalDate | undefined,
  pointer: string,
  context: LeafContext,
): void {
  const requirements = placedIn(version, pointer);
  const situations = situationsOf(version, last, context);
  const reached = new Set<string>();
  const impasses = new Map<string, Met>();
  for (const situation of situations) {
    for (const audience of audiencesOf(requirements, situation)) {
      const impasse = impasseOf(requirements, audience, situation, reached);
      if (impasse && !impasses.has(impasse.pointer))
        impasses.set(impasse.pointer, { impasse, situation, audience });
    }
  }
  const idle = requirements.filter(({ when }) => when && situations.every((each) => isEmpty([when], each)));
  report(impasses, idle, context);
  // Where all conditions together are an impasse, that is to be fixed first.
  if (impasses.size > 0) return;
  const judged = requirements.filter(
    (each) => !idle.includes(each) && isJudged(each, requirements, situations),
  );
  for (const way of judged.flatMap(treesIn).flatMap((each) => waysNotIn(reached, each))) {
    const hint = 'this way can never be gone, whatever the day: take it out, or fix what excludes it';
    context.findings.add('unreachable', way.pointer, codeOf(way.condition), hint);
  }
}

function placedIn({ requirements }: VersionDefinition, pointer: string): readonly PlacedRequirement[] {
  return requirements.map(({ id, when, conditions }, index) => {
    const at = (part: string) => pointerTo(pointer, 'requirements', index, part);
    return {
      id,
      when: when && { condition: when, pointer: at('when') },
      conditions: { condition: conditions, pointer: at('conditions') },
    };
  });
}

const treesIn = ({ when, conditions }: PlacedRequirement): readonly PlacedCondition[] =>
  when ? [when, conditions] : [conditions];

interface Met {
  readonly impasse: Impasse;
  readonly situation: Situation;
  readonly audience: Audience;
}

const ignored = (): void => undefined;

const isEmpty = (conditions: readonly PlacedCondition[], situation: Situation): boolean =>
  possible(conditions, situation, ignored).impasse !== undefined;

const ofEverybody = (requirements: readonly PlacedRequirement[]): readonly PlacedCondition[] =>
  requirements.flatMap(({ when, conditions }) => (when ? [] : [conditions]));

/** Nothing is said of an audience that nobody who meets the rest belongs to. */
function impasseOf(
  requirements: readonly PlacedRequirement[],
  { asked, whens }: Audience,
  situation: Situation,
  reached: Set<string>,
): Impasse | undefined {
  const shared = [...whens, ...ofEverybody(requirements)];
  if (asked.length > 0 && isEmpty(shared, situation)) return undefined;
  const reach = (way: string) => void reached.add(way);
  const conditions = asked.map((each) => each.conditions);
  const { impasse } = possible([...shared, ...conditions], situation, reach);
  return whens.every(({ condition }) => isCertain(condition, situation)) ? impasse : undefined;
}

/** Whether somebody may belong to those to whom it applies: otherwise its ways were never tried. */
function isJudged(
  { when }: PlacedRequirement,
  requirements: readonly PlacedRequirement[],
  situations: readonly Situation[],
): boolean {
  if (!when) return true;
  return situations.some(
    (situation) =>
      isCertain(when.condition, situation) && !isEmpty([when, ...ofEverybody(requirements)], situation),
  );
}

function report(
  impasses: ReadonlyMap<string, Met>,
  idle: readonly PlacedRequirement[],
  { findings }: LeafContext,
): void {
  for (const { impasse, situation, audience } of impasses.values()) {
    const hint = `on ${situation.on} ${whom(situation, audience)} can satisfy this together with the other conditions: change one of them`;
    findings.add('contradiction', impasse.pointer, codeOf(impasse.condition), hint);
  }
  for (const { id, when } of idle) {
    const hint =
      'this never holds, so the requirement applies to nobody: fix it, or take the requirement out';
    findings.add('unreachable', when?.pointer ?? '', id, hint);
  }
}

function whom({ keys }: Situation, { asked }: Audience): string {
  const names = asked.map(({ id }) => id);
  const apply =
    names.length === 0 ? '' : ` to whom ${names.join(', ')} ${names.length > 1 ? 'apply' : 'applies'}`;
  return `nobody${keys === '' ? '' : ` with ${keys}`}${apply}`;
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
