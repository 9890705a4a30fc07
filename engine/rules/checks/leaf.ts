// Judges one leaf: known fact, known operator, a value of the right type and unit, and a reason code.

import { pointerTo } from '../../kernel/json-pointer.ts';
import { parameterOnLeft } from '../conditions.ts';
import { isOperatorName, operatorOf, operators } from '../operators.ts';
import type { FactDefinition } from '../schema/fact-file.ts';
import type { LeafContext, LeftSide } from './leaf-context.ts';
import { checkReasonCode, isRecord, refuseKeys } from './plain-object.ts';
import { checkRight } from './right-side.ts';

const KEYS = ['fact', 'params', 'operator', 'value', 'name'];

export function checkLeaf(leaf: Record<string, unknown>, pointer: string, context: LeafContext): void {
  const { findings } = context;
  refuseKeys(leaf, KEYS, pointer, findings);
  checkReasonCode(leaf.name, pointerTo(pointer, 'name'), context);
  const left = leftSide(leaf.fact, pointerTo(pointer, 'fact'), context);
  if (left !== null && leaf.params !== undefined)
    checkPlus(leaf.params, left, pointerTo(pointer, 'params'), context);
  const at = pointerTo(pointer, 'operator');
  if (!isOperatorName(leaf.operator)) {
    findings.add(
      'unknown-operator',
      at,
      leaf.operator ?? null,
      `use one of ${Object.keys(operators).join(', ')}`,
    );
    return;
  }
  if (left === null) return;
  const operator = operatorOf(leaf.operator);
  if (!operator.left.includes(left.fact.type)) {
    const wanted = operator.left.join(' or ');
    findings.add('wrong-type', at, leaf.operator, `it compares ${wanted}; this fact is ${left.fact.type}`);
    return;
  }
  checkRight(leaf.value, operator.right, left, pointerTo(pointer, 'value'), context);
}

function leftSide(name: unknown, pointer: string, context: LeafContext): LeftSide | null {
  const parameter = typeof name === 'string' ? parameterOnLeft(name) : null;
  if (parameter !== null) return parameterAsFact(parameter, pointer, context);
  const fact = typeof name === 'string' ? context.catalogue.ofProgramme(context.programme, name) : undefined;
  if (fact !== undefined) return { fact, unit: 'unit' in fact ? fact.unit : undefined };
  context.findings.add(
    'unknown-fact',
    pointer,
    name ?? null,
    `name a fact of ${context.programme}/facts.json, or add it there`,
  );
  return null;
}

/** A parameter may stand on the left only as a switch: yes or no. */
function parameterAsFact(name: string, pointer: string, context: LeafContext): LeftSide | null {
  const definition = context.parameters.definition(context.programme, name);
  if (definition === undefined) {
    context.findings.add('unknown-parameter', pointer, name, `add it to ${context.programme}/params.json`);
    return null;
  }
  if (definition.values.every(({ value }) => typeof value === 'boolean')) {
    return { fact: { type: 'bool' }, unit: definition.unit };
  }
  context.findings.add(
    'wrong-type',
    pointer,
    name,
    'only a yes/no parameter may stand in the place of a fact',
  );
  return null;
}

function checkPlus(params: unknown, left: LeftSide, pointer: string, context: LeafContext): void {
  const { findings, catalogue, programme } = context;
  if (!isRecord(params) || !Array.isArray(params.plus) || params.plus.length === 0) {
    findings.add('wrong-shape', pointer, params, 'give {"plus": [fact, …]}, or remove it');
    return;
  }
  refuseKeys(params, ['plus'], pointer, findings);
  const added: readonly unknown[] = [...params.plus];
  for (const [index, name] of added.entries()) {
    const at = pointerTo(pointer, 'plus', index);
    const fact = typeof name === 'string' ? catalogue.ofProgramme(programme, name) : undefined;
    if (fact === undefined) {
      findings.add('unknown-fact', at, name, `name a fact of ${programme}/facts.json`);
    } else if (!isNumeric(fact) || !isNumeric(left.fact)) {
      findings.add('wrong-type', at, name, 'only numbers can be added');
    } else if (fact.unit !== left.unit) {
      findings.add(
        'unit-mismatch',
        at,
        fact.unit ?? null,
        `add what is counted in ${left.unit ?? 'no unit'}`,
      );
    }
  }
}

type NumericFact = Extract<FactDefinition, { type: 'int' | 'number' }>;

export const isNumeric = (fact: FactDefinition): fact is NumericFact =>
  fact.type === 'int' || fact.type === 'number';
