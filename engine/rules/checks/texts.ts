// Checks that everything a rule set can say is written in every language: titles, requirements, reasons, missing data.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '../../kernel/languages.ts';
import type { RuleBook } from '../book.ts';
import { childrenOf, factsOf, isGroup } from '../conditions.ts';
import { WITH_MINUTES } from '../explain.ts';
import { type Finding, findingsOf } from '../finding.ts';
import { isOperatorName, operatorOf } from '../operators.ts';
import type { ConditionDefinition, RuleSetFile } from '../schema/rule-set-file.ts';

const NAMESPACE = 'rules:';

/** @param locales folder with one folder per language @returns a finding for each text that is missing */
export function checkTexts(book: RuleBook, locales: string): readonly Finding[] {
  const keys = [...new Set(book.sets.flatMap((set) => keysOf(book, set)))];
  return languages.flatMap((language) => missingIn(language, keys, locales));
}

/** Every text key that a set may need. */
export function keysOf(book: RuleBook, set: RuleSetFile): readonly string[] {
  const requirements = set.versions.flatMap((version) => version.requirements);
  return [
    set.title,
    ...requirements.map(({ text }) => text),
    ...requirements.flatMap(({ conditions }) => reasonKeys(book, conditions)),
    ...set.versions.flatMap(factsOf).map((fact) => `${NAMESPACE}missing.${fact}`),
  ];
}

function reasonKeys(book: RuleBook, condition: ConditionDefinition): readonly string[] {
  if (isGroup(condition)) {
    if (condition.name !== undefined) return [NAMESPACE + condition.name];
    return childrenOf(condition).flatMap((child) => reasonKeys(book, child));
  }
  const key = NAMESPACE + condition.name;
  const told = isOperatorName(condition.operator) && operatorOf(condition.operator).progresses;
  return told && book.catalogue.unit(condition.fact) === 'minutes' ? [key, key + WITH_MINUTES] : [key];
}

function missingIn(language: Language, keys: readonly string[], locales: string): readonly Finding[] {
  const file = `${language}/rules.json`;
  const texts: unknown = JSON.parse(readFileSync(join(locales, file), 'utf8'));
  const found: Finding[] = [];
  const findings = findingsOf(file, found);
  for (const key of keys) {
    const path = key.slice(NAMESPACE.length).split('.');
    if (!isWritten(texts, path)) findings.add('missing-text', `/${path.join('/')}`, key, 'write the text');
  }
  return found;
}

function isWritten(texts: unknown, path: readonly string[]): boolean {
  const parent = path.slice(0, -1).reduce<unknown>(step, texts);
  const last = path.at(-1) ?? '';
  return [last, `${last}_other`].some((name) => typeof step(parent, name) === 'string');
}

function step(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null && Object.hasOwn(node, name)
    ? Reflect.get(node, name)
    : undefined;
}
