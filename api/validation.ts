// Validates requests: nothing is coerced or dropped in bodies; queries and paths, which are text, become what their
// schema says. Used by server.ts; problems.ts shows what was found.

import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { pointerTo } from '../engine/kernel/json-pointer.ts';
import { SOMETHING_VISIBLE } from '../engine/kernel/typed-text.ts';
import type { Fault } from './fault.ts';

const MOST_FAULTS = 20;

const checking = (coerceTypes: boolean): Ajv => {
  const ajv = new Ajv({
    coerceTypes,
    useDefaults: true,
    removeAdditional: false,
    allErrors: true,
    strict: false,
  });
  formats.default(ajv);
  return ajv;
};

/** For Fastify's `setValidatorCompiler`. */
export function validatorCompiler(): FastifySchemaCompiler<TSchema> {
  const exact = checking(false);
  const fromText = checking(true);
  return ({ schema, httpPart }) => (httpPart === 'body' ? exact : fromText).compile(schema);
}

/** What Fastify throws when a part of a request does not pass. */
export interface FailedValidation {
  readonly validation: readonly ErrorObject[];
  readonly validationContext?: string;
}

/** Every fault with its JSON pointer; never with the value that was sent. */
export function validationFaults({ validation, validationContext }: FailedValidation): Fault[] {
  const faults = validation.map((error) => ({
    pointer: `${error.instancePath}${offending(error)}`,
    in: validationContext ?? 'body',
    detail: wording(error),
  }));
  const distinct = new Map(faults.map((each) => [`${each.pointer} ${each.detail}`, each]));
  return [...distinct.values()].slice(0, MOST_FAULTS);
}

/** The property that the error is about, where it is not the value itself. */
function offending({ keyword, params }: ErrorObject): string {
  const named: unknown =
    keyword === 'required'
      ? params.missingProperty
      : keyword === 'additionalProperties' && params.additionalProperty;
  return typeof named === 'string' ? pointerTo('', named) : '';
}

function wording({ keyword, message, params }: ErrorObject): string {
  if (keyword === 'required') return 'is missing';
  if (keyword === 'additionalProperties') return 'is not known here';
  if (keyword === 'enum') return `must be one of: ${(params.allowedValues as unknown[]).join(', ')}`;
  if (keyword === 'pattern' && params.pattern === SOMETHING_VISIBLE) return 'holds nothing that can be seen';
  return message ?? 'is not valid';
}
