// Shared code names no programme: what belongs to one lies in its folders. The registry line is the one exception; what
// still stands elsewhere is listed below, and a file that names none any more has to leave the list.
import { readdirSync } from 'node:fs';
import { type Check, filesIn, read } from './check.ts';

/** The only place that may always name them. */
const REGISTRY = 'engine/programmes/registry.ts';

/** File → what keeps it here. Grows shorter only. */
export const notYetMoved: Readonly<Record<string, string>> = {};

export const sharedNames: Check = {
  name: 'shared code names no programme',
  run: () => {
    const ids = readdirSync('rules').filter((each) => each !== 'schema' && !each.includes('.'));
    const found = new Map(
      filesIn(['engine', 'bot', 'api', 'tests/support'], '.ts').flatMap((file) => {
        const names = namesIn(file, ids, read(file));
        return names.length > 0 ? [[file, names] as const] : [];
      }),
    );
    return [
      ...[...found].flatMap(([file, names]) =>
        file in notYetMoved ? [] : [`${file} names ${names.join(', ')}`],
      ),
      ...Object.keys(notYetMoved)
        .filter((file) => !found.has(file))
        .map((file) => `${file} names no programme any more: take it off the list`),
    ];
  },
};

/** The words by which a file that is shared names one of the programmes, each once. */
export function namesIn(file: string, ids: readonly string[], source: string): readonly string[] {
  if (file === REGISTRY || ids.some((id) => file.includes(`/${id}/`))) return [];
  const code = source.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const words = ids.flatMap((id) => [...code.matchAll(wordOf(id))].map(([word]) => word));
  return [...new Set(words)];
}

/** A grant is also a role with its scope: that programme is named where the word stands as an id. */
function wordOf(id: string): RegExp {
  if (id === 'grant') return /(?<=['"`])grant(?=[.:/-])|(?<=\/)grant(?=\/)/g;
  const capital = `${id[0]?.toUpperCase()}${id.slice(1)}`;
  return new RegExp(`(?<![A-Za-z])${id}[\\w-]*|\\b${capital}\\w*|\\w*[a-z]${capital}\\w*`, 'g');
}
