// The parameters of a case: tables are reduced to the value of the case; those whose fact is missing are left out.
import type { Facts } from './facts.ts';
import { isTable } from './parameters.ts';
import type { ParameterValue } from './schema/parameter-file.ts';
import type { ParameterReference } from './schema/rule-set-file.ts';

/** @param values every parameter that is referred to, as on the day of the case: tables whole */
export function resolved(
  references: readonly ParameterReference[],
  values: Readonly<Record<string, ParameterValue>>,
  facts: Facts,
): Readonly<Record<string, ParameterValue>> {
  const entries = references.flatMap(({ param, by }): [string, ParameterValue][] => {
    const value = values[param] as ParameterValue;
    if (by === undefined) return [[param, value]];
    const key = Object.hasOwn(facts, by) ? String(facts[by]) : null;
    const cell = key !== null && isTable(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return cell === undefined ? [] : [[param, cell]];
  });
  return Object.fromEntries(entries);
}
