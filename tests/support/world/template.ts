// Finds a text by its key in what a person reads: the words of the locale files with anything in place of variables.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../../engine/kernel/languages.ts';
import { plainOfHtml } from '../../../locales/html.ts';

const PLURALS = ['', '_zero', '_one', '_two', '_few', '_many', '_other'];
const GAP = '\u0000';

/** Matches a text of a language by key, whatever its variables hold. @throws when there is no such text */
export function textPattern(key: string, language: Language): RegExp {
  const [namespace = '', path = ''] = key.split(':');
  const group = path.split('.').slice(0, -1);
  const last = path.split('.').at(-1) ?? '';
  const parent = group.reduce<unknown>(
    (node, name) => (node as Record<string, unknown> | undefined)?.[name],
    file(namespace, language),
  );
  const forms = PLURALS.flatMap((suffix) => {
    const value = (parent as Record<string, unknown> | undefined)?.[`${last}${suffix}`];
    return typeof value === 'string' ? [value] : [];
  });
  if (forms.length === 0) throw new Error(`${language} has no text ${key}`);
  return new RegExp(forms.map(patternOf).join('|'), 'u');
}

const cache = new Map<string, unknown>();
const roots = new Set([new URL('../../../', import.meta.url).href]);

/** Programmes of tests have texts of their own, beneath their own roots. */
export function readTextsOf(programmes: readonly { readonly home?: URL }[]): void {
  for (const { home } of programmes) if (home) roots.add(home.href);
}

function file(namespace: string, language: Language): unknown {
  const paths = [...roots].map((root) =>
    fileURLToPath(new URL(`locales/${language}/${namespace}.json`, root)),
  );
  const path = paths.find((each) => cache.has(each) || existsSync(each));
  if (path === undefined) throw new Error(`${language} has no texts ${namespace}`);
  const known = cache.get(path) ?? JSON.parse(readFileSync(path, 'utf8'));
  cache.set(path, known);
  return known;
}

function patternOf(template: string): string {
  const withGaps = template.replace(/\$t\([^)]*\)/g, GAP).replace(/\{\{[^}]*\}\}/g, GAP);
  return plainOfHtml(withGaps)
    .split(GAP)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s\\S]*?');
}
