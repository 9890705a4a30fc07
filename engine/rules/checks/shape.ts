// Checks a document against its JSON Schema and words each fault as a finding. Conditions are left to conditions.ts.
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { TSchema } from 'typebox';
import { pointerTo } from '../../kernel/json-pointer.ts';
import type { Findings } from '../finding.ts';

const ajv = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true });

export type ShapeCheck = (content: unknown, findings: Findings) => boolean;

/** @returns a check that reports and returns false when the content does not have the shape */
export function shapeCheck(schema: TSchema): ShapeCheck {
  const validate = ajv.compile(schema);
  return (content, findings) => {
    const errors = validate(content) ? [] : mainErrors(validate);
    for (const error of errors) report(error, findings);
    return errors.length === 0;
  };
}

/** Of a failed alternative only "none fits" is worth telling, not why each branch fails. */
function mainErrors(validate: ValidateFunction): readonly ErrorObject[] {
  const errors = validate.errors ?? [];
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf');
  return errors.filter(
    (error) =>
      !choices.some(
        (choice) =>
          choice !== error &&
          error.schemaPath.startsWith(`${choice.schemaPath}/`) &&
          error.instancePath.startsWith(choice.instancePath),
      ),
  );
}

function report(error: ErrorObject, findings: Findings): void {
  const extra: unknown = error.params.additionalProperty;
  if (typeof extra === 'string') {
    const pointer = pointerTo(error.instancePath, extra);
    findings.add('unknown-key', pointer, extra, `remove it or correct its name; ${allowedKeys(error)}`);
    return;
  }
  const code = error.keyword === 'required' ? 'missing-key' : 'wrong-shape';
  findings.add(code, error.instancePath, error.data, hintOf(error));
}

function hintOf({ keyword, params, message, parentSchema }: ErrorObject): string {
  if (keyword === 'required') return `add "${params.missingProperty}"`;
  if (keyword !== 'anyOf') return `it ${message ?? 'does not fit'}`;
  const constants: unknown[] = (parentSchema?.anyOf ?? []).map((branch: { const?: unknown }) => branch.const);
  if (constants.every((constant) => constant !== undefined)) return `give one of ${constants.join(', ')}`;
  return String(parentSchema?.description ?? 'it fits none of the allowed forms');
}

function allowedKeys({ parentSchema }: ErrorObject): string {
  const keys = Object.keys(parentSchema?.properties ?? {});
  if (keys.length > 0) return `the keys are ${keys.join(', ')}`;
  return `names follow ${Object.keys(parentSchema?.patternProperties ?? {}).join(' or ')}`;
}
