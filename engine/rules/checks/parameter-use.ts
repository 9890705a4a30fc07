// Every figure is read by something: a condition, a grant, or the programme itself, which then cannot do without it.

import { pointerTo } from '../../kernel/json-pointer.ts';
import { parametersOf } from '../conditions.ts';
import type { Findings } from '../finding.ts';
import { usedValues } from '../parameters.ts';
import type { ParameterDefinition, ParameterFile } from '../schema/parameter-file.ts';
import type { RuleSetFile } from '../schema/rule-set-file.ts';

/** @param sets those of the programme */
export function checkParameterUse(
  file: ParameterFile,
  sets: readonly RuleSetFile[],
  findings: Findings,
): void {
  const named = new Set(
    sets.flatMap(({ versions }) => versions.flatMap(parametersOf).map(({ param }) => param)),
  );
  for (const [name, definition] of Object.entries(file)) {
    const pointer = pointerTo('', name);
    if (definition.readBy !== undefined) checkLasting(definition, pointer, findings);
    else if (!named.has(name) && usedValues(definition).length > 0) {
      findings.add('unused-parameter', pointer, name, 'name it in a condition or a grant, or take it out');
    }
  }
}

/** The programme reads it on any day from the first on. */
function checkLasting(definition: ParameterDefinition, pointer: string, findings: Findings): void {
  const last = usedValues(definition).at(-1);
  if (last === undefined) {
    const hint = 'the programme reads it: give it a value that is in force or expected';
    findings.add('no-value', pointerTo(pointer, 'values'), null, hint);
  } else if (last.to !== undefined) {
    const at = pointerTo(pointer, 'values', definition.values.indexOf(last), 'to');
    findings.add('no-value', at, last.to, 'the programme reads it on every day after: add what holds then');
  }
}
