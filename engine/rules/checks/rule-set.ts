// Checks a rule set beyond its shape: its name and place, its dates, its requirements, and that every parameter it
// names has a value as long as a version holds.
import { addDays } from '../../kernel/calendar.ts';
import { pointerTo } from '../../kernel/json-pointer.ts';
import { parametersOf } from '../conditions.ts';
import type { Finding } from '../finding.ts';
import type { RuleSetFile, VersionDefinition } from '../schema/rule-set-file.ts';
import { checkConditions, newBudget } from './conditions.ts';
import { checkDates } from './dates.ts';
import type { LeafContext } from './leaf-context.ts';
import { checkParameter } from './right-side.ts';

/** @param found all findings so far: what a version names is resolved only when its conditions are sound */
export function checkRuleSet(
  set: RuleSetFile,
  file: string,
  context: LeafContext,
  found: readonly Finding[],
): void {
  const { programme, findings } = context;
  const expected = file.replace(/\.json$/, '').replace('/', '.');
  if (set.id !== expected)
    findings.add('misplaced', '/id', set.id, `call it ${expected}, as the file is named`);
  if (set.programme !== programme) {
    findings.add('misplaced', '/programme', set.programme, `it lies in the folder of ${programme}`);
  }
  const placed = set.versions.map((item, index) => ({ item, pointer: pointerTo('', 'versions', index) }));
  const datesHold = checkDates(placed, findings);
  checkUnique(
    set.versions.map(({ name, from }) => name ?? from),
    '/versions',
    context,
  );
  for (const { item, pointer } of placed) {
    const before = found.length;
    checkVersion(item, pointer, context);
    if (!datesHold || found.length > before) continue;
    const index = set.versions.indexOf(item);
    checkCoverage(item, lastDay(item, set.versions[index + 1]), pointer, context);
  }
}

function checkVersion(version: VersionDefinition, pointer: string, context: LeafContext): void {
  const { requirements, grants = [] } = version;
  const budget = newBudget();
  checkUnique(
    requirements.map(({ id }) => id),
    pointerTo(pointer, 'requirements'),
    context,
  );
  for (const [index, { when, conditions }] of requirements.entries()) {
    const at = (part: string) => pointerTo(pointer, 'requirements', index, part);
    if (when !== undefined) checkConditions(when, at('when'), budget, context);
    checkConditions(conditions, at('conditions'), budget, context);
  }
  for (const [index, { param, by }] of grants.entries()) {
    checkParameter(param, by, pointerTo(pointer, 'grants', index), context);
  }
}

/** A parameter must have a value in use on the version's first day and, where it ends, not before the version does. */
function checkCoverage(
  version: VersionDefinition,
  last: string | undefined,
  pointer: string,
  { parameters, programme, findings }: LeafContext,
): void {
  for (const { param } of parametersOf(version)) {
    const onLast = parameters.find(programme, param, last ?? '9999-12-31');
    if (parameters.find(programme, param, version.from) === undefined) {
      findings.add('no-value', pointerTo(pointer, 'from'), param, noValueHint(param, version.from));
    } else if (onLast === undefined) {
      findings.add('no-value', pointer, param, noValueHint(param, last ?? 'the last day of this version'));
    }
  }
}

const noValueHint = (param: string, on: string): string =>
  `give ${param} a value for ${on}; reported values are never used`;

function lastDay(version: VersionDefinition, next: VersionDefinition | undefined): string | undefined {
  return version.to ?? (next === undefined ? undefined : addDays(next.from, -1));
}

function checkUnique(names: readonly string[], pointer: string, { findings }: LeafContext): void {
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) !== index)
      findings.add('duplicate', pointerTo(pointer, index), name, 'use another name');
  }
}
