// Judges the right side of a leaf: a parameter, another fact, yes/no, or a value of the fact's list. Never a figure.
import { pointerTo } from '../../kernel/json-pointer.ts';
import type { OperatorDefinition } from '../operators.ts';
import { isTable } from '../parameters.ts';
import type { FactDefinition } from '../schema/fact-file.ts';
import type { ParameterDefinition } from '../schema/parameter-file.ts';
import type { Scalar } from '../schema/parts.ts';
import type { LeafContext, LeftSide } from './leaf-context.ts';
import { isRecord, refuseKeys } from './plain-object.ts';

type Right = OperatorDefinition['right'];

export function checkRight(
  value: unknown,
  right: Right,
  left: LeftSide,
  pointer: string,
  context: LeafContext,
): void {
  const { findings } = context;
  if (typeof value === 'number') {
    findings.add(
      'bare-figure',
      pointer,
      value,
      'put the figure into params.json and name it: {"param": "…"}',
    );
  } else if (typeof value === 'boolean' || typeof value === 'string') {
    const hint = scalarHint(value, right, left.fact);
    if (hint !== null) findings.add('wrong-type', pointer, value, hint);
  } else if (isRecord(value) && typeof value.param === 'string') {
    refuseKeys(value, ['param', 'by'], pointer, findings);
    checkParameter(value.param, value.by, pointer, context, { right, left });
  } else if (isRecord(value) && typeof value.fact === 'string') {
    refuseKeys(value, ['fact'], pointer, findings);
    checkFact(value.fact, right, left, pointerTo(pointer, 'fact'), context);
  } else {
    findings.add(
      'wrong-shape',
      pointer,
      value ?? null,
      'give {"param": "…"}, {"fact": "…"}, true, false or a listed value',
    );
  }
}

/** @param side what the parameter is compared with; absent for a grant, which is only named */
export function checkParameter(
  name: string,
  by: unknown,
  pointer: string,
  { parameters, programme, findings }: LeafContext,
  side?: { readonly right: Right; readonly left: LeftSide },
): void {
  const definition = parameters.definition(programme, name);
  const at = pointerTo(pointer, 'param');
  if (definition === undefined) {
    findings.add('unknown-parameter', at, name, `add it to ${programme}/params.json or correct its name`);
    return;
  }
  if (by !== definition.by) {
    const hint =
      definition.by === undefined ? 'remove "by": it is not a table' : `give "by": "${definition.by}"`;
    findings.add('table-by', pointerTo(pointer, 'by'), by ?? null, hint);
    return;
  }
  if (side === undefined) return;
  const hints = scalarsOf(definition).map((scalar) => scalarHint(scalar, side.right, side.left.fact));
  const hint = hints.find((each) => each !== null);
  if (hint !== undefined) {
    findings.add('wrong-type', at, name, hint ?? '');
  } else if (definition.unit !== side.left.unit && side.left.fact.type !== 'bool') {
    findings.add(
      'unit-mismatch',
      at,
      name,
      `it is in ${definition.unit}, the fact in ${side.left.unit ?? 'no unit'}`,
    );
  }
}

function checkFact(name: string, right: Right, left: LeftSide, pointer: string, context: LeafContext): void {
  const fact = context.catalogue.ofProgramme(context.programme, name);
  if (fact === undefined) {
    context.findings.add('unknown-fact', pointer, name, `name a fact of ${context.programme}/facts.json`);
    return;
  }
  const unit = 'unit' in fact ? fact.unit : undefined;
  if (familyOf(fact) !== wantedFamily(right, left.fact)) {
    context.findings.add('wrong-type', pointer, name, `compare with a ${wantedFamily(right, left.fact)}`);
  } else if (unit !== left.unit) {
    context.findings.add(
      'unit-mismatch',
      pointer,
      name,
      `it is in ${unit ?? 'no unit'}, the other fact in ${left.unit ?? 'no unit'}`,
    );
  }
}

/** @returns how to fix a literal or parameter value that cannot be compared with the fact, or null */
function scalarHint(value: Scalar | readonly Scalar[], right: Right, fact: FactDefinition): string | null {
  const wanted = wantedFamily(right, fact);
  if (wanted !== 'choice') return typeof value === wanted ? null : `compare with a ${wanted}`;
  const values: readonly unknown[] = 'values' in fact ? (fact.values ?? []) : [];
  return values.includes(value) ? null : `use one of ${values.join(', ')}`;
}

function wantedFamily(right: Right, fact: FactDefinition): 'number' | 'boolean' | 'choice' {
  if (right === 'number') return 'number';
  return right === 'element' ? 'choice' : familyOf(fact);
}

function familyOf(fact: FactDefinition): 'number' | 'boolean' | 'choice' {
  if (fact.type === 'bool') return 'boolean';
  return fact.type === 'choice' || fact.type === 'list' ? 'choice' : 'number';
}

function scalarsOf({ values }: ParameterDefinition): readonly (Scalar | readonly Scalar[])[] {
  return values.flatMap(({ value }): readonly (Scalar | readonly Scalar[])[] =>
    isTable(value) ? Object.values(value) : [value],
  );
}
