// The schemas that `rules/schema/` publishes for editors and other tools; a test keeps file and source in step.
import type { TSchema } from 'typebox';
import { caseFileSchema } from './case-file.ts';
import { factFileSchema } from './fact-file.ts';
import { parameterFileSchema } from './parameter-file.ts';
import { ruleSetFileSchema } from './rule-set-file.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

const published = (schema: TSchema): object => ({ $schema: DIALECT, ...schema });

/** File name under `rules/schema/` → JSON Schema. */
export const publishedSchemas: Readonly<Record<string, object>> = {
  'cases.schema.json': published(caseFileSchema),
  'facts.schema.json': published(factFileSchema),
  'parameters.schema.json': published(parameterFileSchema),
  'rule-set.schema.json': published(ruleSetFileSchema),
};
