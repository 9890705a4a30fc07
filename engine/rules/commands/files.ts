// Writes rules as the files that the shipped edition is made of: what is exported reads back as the same.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { AppError } from '../../kernel/errors.ts';
import type { RuleContent } from '../content.ts';
import { fileOfSet } from '../sources.ts';

/** @returns the names of the files within the folder. @throws AppError `invalid-input` where it cannot be written */
export function writeContent(folder: string, programme: string, content: RuleContent): readonly string[] {
  const files: readonly (readonly [string, string])[] = [
    [`${programme}/params.json`, json(content.parameters)],
    ...Object.entries(content.sets).map(([id, set]) => [fileOfSet(id), json(set)] as const),
    ...Object.entries(content.cases).map(
      ([id, cases]) => [fileOfSet(id).replace(/\.json$/, '.cases.yaml'), stringify(cases)] as const,
    ),
  ];
  for (const [name, text] of files) writeFile(join(folder, name), text);
  return files.map(([name]) => name);
}

export function writeFacts(folder: string, programme: string, facts: unknown): string {
  const name = `${programme}/facts.json`;
  writeFile(join(folder, name), json(facts));
  return name;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function writeFile(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('invalid-input', `${path}: ${why}`, [], cause);
  }
}
