// One language of the texts: i18next over locales/<language>/*.json, every file a namespace.
// Called by texts.ts only; it collects what is wrong with a text instead of hiding it.
import { readdirSync, readFileSync } from 'node:fs';
import { createInstance, type FormatterModule, type Resource } from 'i18next';
import type { Language } from '../engine/kernel/languages.ts';
import type { Text } from '../engine/kernel/message.ts';
import { formatOf } from './format.ts';
import { escapeHtml } from './html.ts';

/** Stands where a text is missing, so that nobody is shown a key. */
const PLACEHOLDER = 'common:error.text';

/** Parameter names that i18next would take for its own options. */
const RESERVED = new Set([
  'lng',
  'lngs',
  'ns',
  'defaultValue',
  'replace',
  'interpolation',
  'ordinal',
  'nest',
]);

export interface Translator {
  /** More namespaces, from another root. */
  add(directory: URL): void;
  has(key: string): boolean;
  translate(text: Text): { html: string; problems: readonly string[] };
}

/** One i18next for each language: what this language lacks cannot come from another. */
export function translator(language: Language, directory: URL): Translator {
  let problems: string[] = [];
  const instance = createInstance();
  instance.use(formatter(language, (problem) => problems.push(problem)));
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    ns: [],
    resources: resources(language, directory),
    appendNamespaceToMissingKey: true,
    returnNull: false,
    interpolation: { escape: escapeHtml },
    parseMissingKeyHandler: (key: string) => {
      problems.push(`missing key ${key}`);
      return instance.exists(PLACEHOLDER) ? instance.t(PLACEHOLDER) : '…';
    },
    returnedObjectHandler: (key: string) => {
      problems.push(`a group, not a text: ${key}`);
      return '…';
    },
    missingInterpolationHandler: (_text: string, match: readonly string[]) => {
      problems.push(`missing variable ${match[1]}`);
      return '';
    },
  });
  return {
    add: (more) => {
      for (const [name, texts] of Object.entries(resources(language, more)[language] ?? {}))
        instance.addResourceBundle(language, name, texts);
    },
    has: (key) => instance.exists(key, { count: 1 }),
    translate: ({ key, params = {} }) => {
      problems = Object.keys(params)
        .filter((name) => RESERVED.has(name))
        .map((name) => `reserved parameter name ${name}`);
      const html: unknown = problems.length === 0 ? instance.t(key, { ...params }) : instance.t(PLACEHOLDER);
      if (typeof html !== 'string') return { html: '…', problems: [...problems, 'not a text'] };
      return { html, problems };
    },
  };
}

/** Our formats in the place of i18next's own: strict about names and values, where those only warn. */
function formatter(language: Language, onProblem: (problem: string) => void): FormatterModule {
  return {
    type: 'formatter',
    init: () => undefined,
    add: () => undefined,
    addCached: () => undefined,
    format: (value: unknown, name = '') => {
      try {
        return formatOf(name)(value, language);
      } catch (error) {
        onProblem(`format ${name}: ${error instanceof Error ? error.message : 'failed'}`);
        return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      }
    },
  };
}

function resources(language: Language, directory: URL): Resource {
  const folder = new URL(`${language}/`, directory);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const spaces = names.map((name) => [
    name.slice(0, -'.json'.length),
    JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown,
  ]);
  return { [language]: Object.fromEntries(spaces) };
}
