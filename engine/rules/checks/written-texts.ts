// The texts that are written, by language and key, read from the files themselves: the rules render nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '../../kernel/languages.ts';

const NAMESPACES = ['rules', 'rules-staff'] as const;

export interface WrittenTexts {
  /** @param key `rules:…` or `rules-staff:…`; a text with plural forms counts by its last form */
  has(language: Language, key: string): boolean;
}

/** @param locales folder with one folder per language */
export function writtenTexts(locales: string): WrittenTexts {
  const files = new Map(
    languages.flatMap((language) =>
      NAMESPACES.map((namespace): [string, unknown] => {
        const path = join(locales, language, `${namespace}.json`);
        return [`${language}/${namespace}`, JSON.parse(readFileSync(path, 'utf8'))];
      }),
    ),
  );
  return {
    has(language, key) {
      const [namespace = '', ...rest] = key.split(':');
      return isWritten(files.get(`${language}/${namespace}`), rest.join(':').split('.'));
    },
  };
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
