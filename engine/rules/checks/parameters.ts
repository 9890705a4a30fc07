// Checks a parameter file beyond its shape: dates, tables that cover their fact, one kind of value over time.

import { pointerTo } from '../../kernel/json-pointer.ts';
import type { FactCatalogue } from '../facts.ts';
import type { Findings } from '../finding.ts';
import { isTable } from '../parameters.ts';
import type { FactDefinition } from '../schema/fact-file.ts';
import type { ParameterDefinition, ParameterFile, ParameterValue } from '../schema/parameter-file.ts';
import { checkDates } from './dates.ts';

export function checkParameters(
  file: ParameterFile,
  programme: string,
  catalogue: FactCatalogue,
  findings: Findings,
): void {
  for (const [name, definition] of Object.entries(file)) {
    const pointer = pointerTo('', name);
    const placed = definition.values.map((item, index) => ({
      item,
      pointer: pointerTo(pointer, 'values', index),
    }));
    // Reported values stand beside the line of those that are used: they may name any date.
    checkDates(
      placed.filter(({ item }) => item.status !== 'reported'),
      findings,
    );
    for (const { item, pointer: at } of placed.filter(({ item }) => item.status === 'reported')) {
      checkDates([{ item, pointer: at }], findings);
    }
    checkKinds(definition, pointer, findings);
    if (definition.by !== undefined)
      checkTable(definition, definition.by, programme, pointer, catalogue, findings);
  }
}

function checkKinds(definition: ParameterDefinition, pointer: string, findings: Findings): void {
  const wanted = definition.by === undefined ? kindOf(definition.values[0]?.value) : 'table';
  for (const [index, { value }] of definition.values.entries()) {
    const at = pointerTo(pointer, 'values', index, 'value');
    if (kindOf(value) !== wanted) {
      findings.add('wrong-type', at, value, `give a ${wanted}, as the parameter's other values are`);
    } else if (wanted === 'table' && definition.by === undefined) {
      findings.add('wrong-type', at, value, 'name the fact that keys the table in "by"');
    }
  }
}

function checkTable(
  definition: ParameterDefinition,
  by: string,
  programme: string,
  pointer: string,
  catalogue: FactCatalogue,
  findings: Findings,
): void {
  const fact = catalogue.ofProgramme(programme, by);
  const keys = fact === undefined ? null : keysOf(fact);
  if (keys === null) {
    const code = fact === undefined ? 'unknown-fact' : 'wrong-type';
    findings.add(
      code,
      pointerTo(pointer, 'by'),
      by,
      "name a fact of this programme's catalogue that lists its values",
    );
    return;
  }
  for (const [index, { value }] of definition.values.entries()) {
    if (!isTable(value)) continue;
    const own = Object.keys(value);
    const wrong = [...keys.filter((key) => !own.includes(key)), ...own.filter((key) => !keys.includes(key))];
    if (wrong.length === 0) continue;
    const at = pointerTo(pointer, 'values', index, 'value');
    findings.add('table-keys', at, wrong, `give exactly one entry for each of ${keys.join(', ')}`);
  }
}

function keysOf(fact: FactDefinition): readonly string[] | null {
  return fact.type !== 'list' && 'values' in fact && fact.values !== undefined
    ? fact.values.map(String)
    : null;
}

function kindOf(value: ParameterValue | undefined): string {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'table' : typeof value;
}
