// The JSON Schemas in rules/schema are those of the code, and every shipped file has the shape they promise.
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSources } from '../../engine/rules/rule-book.ts';
import { publishedSchemas } from '../../engine/rules/schema/published.ts';
import { conditionsOf, leafOf, sample, sourcesOf } from './sample-sources.ts';
import { RULES } from './shipped-book.ts';

const fileOf = {
  facts: 'facts.schema.json',
  parameters: 'parameters.schema.json',
  set: 'rule-set.schema.json',
};
const schemaIn = (name: string): object =>
  JSON.parse(readFileSync(`${RULES}/schema/${name}`, 'utf8')) as object;
const validator = (name: string) => new Ajv2020({ allowUnionTypes: true }).compile(schemaIn(name));

describe('rules/schema', () => {
  it('holds exactly the schemas of the code', () => {
    expect(readdirSync(`${RULES}/schema`).sort()).toEqual(Object.keys(publishedSchemas).sort());
    for (const [name, schema] of Object.entries(publishedSchemas)) {
      expect(schemaIn(name)).toEqual(JSON.parse(JSON.stringify(schema)));
    }
  });

  it.each(readSources(RULES))('fits $file', ({ kind, content }) => {
    const validate = validator(fileOf[kind]);
    expect(validate(content), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(readdirSync(`${RULES}/credit`).filter((name) => name.endsWith('.yaml')))('fits %s', (name) => {
    expect(validator('cases.schema.json')(parse(readFileSync(`${RULES}/credit/${name}`, 'utf8')))).toBe(true);
  });

  it.each([
    ['a bare figure', (bent: ReturnType<typeof sample>) => Object.assign(leafOf(bent), { value: 3 })],
    ['a path', (bent: ReturnType<typeof sample>) => Object.assign(leafOf(bent), { path: '$' })],
    ['an empty group', (bent: ReturnType<typeof sample>) => Object.assign(conditionsOf(bent), { all: [] })],
    ['a mixed group', (bent: ReturnType<typeof sample>) => Object.assign(conditionsOf(bent), { any: [] })],
  ])('refuses %s too', (_what, bend) => {
    const bent = sample();
    const validate = validator('rule-set.schema.json');
    const content = () => sourcesOf(bent).find(({ kind }) => kind === 'set')?.content;
    expect(validate(content())).toBe(true);
    bend(bent);
    expect(validate(content())).toBe(false);
  });
});
