// The texts as the checks see them: every key of every namespace with its value, by language.
import { languages } from '../../../engine/kernel/languages.ts';
import { filesIn, read } from './check.ts';

export type Texts = ReadonlyMap<string, string>;

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Keys as `namespace:path.to.text`, with their plural suffix. */
export function textsOf(language: string): Texts {
  const entries = filesIn([`locales/${language}`], '.json').flatMap((file) => {
    const namespace = file.split('/').at(-1)?.replace('.json', '') ?? '';
    return leaves(JSON.parse(read(file)), '').map(([key, value]): [string, string] => [
      `${namespace}:${key}`,
      value,
    ]);
  });
  return new Map(entries);
}

export const allTexts = (): ReadonlyMap<string, Texts> =>
  new Map(languages.map((each) => [each, textsOf(each)]));

export const withoutPlural = (key: string): string => key.replace(PLURAL, '');

export const pluralForm = (key: string): string | null => PLURAL.exec(key)?.[1] ?? null;

function leaves(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
    leaves(inner, path === '' ? key : `${path}.${key}`),
  );
}
