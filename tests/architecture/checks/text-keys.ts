// Every text key that the code names exists, and every text that exists is named by the code or by the rules.
// A key that is put together from parts (`credit:direction.${id}`) uses all texts that begin and end like it.
import { type Check, filesIn, read } from './check.ts';
import { textsOf, withoutPlural } from './texts.ts';

interface Use {
  readonly pattern: RegExp;
  readonly literal: string;
  readonly file: string;
}

export const textKeys: Check = {
  name: 'text keys exist and are used',
  run: () => {
    const keys = [...new Set([...textsOf('en').keys()].map(withoutPlural))];
    const namespaces = [...new Set(keys.map((key) => key.split(':')[0] ?? ''))];
    const uses = usesIn(namespaces);
    const known = new Set(keys);
    const named = new Set(uses.map(({ literal }) => literal));
    const missing = uses
      .filter((use) => !known.has(use.literal) && !keys.some((key) => use.pattern.test(key)))
      .map((use) => `${use.file} names ${use.literal}, which no language has`);
    // Most are named as they are: only those that are put together need patterns.
    const composed = [...derived, ...patternsOf(uses.filter(({ literal }) => !known.has(literal)))];
    const unused = keys
      .filter((key) => !named.has(key) && !composed.some((pattern) => pattern.test(key)))
      .map((key) => `${key} is used nowhere`);
    return [...new Set([...missing, ...unused])];
  },
};

/** Texts whose keys follow from codes: reasons, kinds of certificates, and what the rule files and explanations name. */
const derived = [/^[\w-]+:reason\./, /^[\w-]+:certificate\./, /^rules:/];

const patternsOf = (uses: readonly Use[]): readonly RegExp[] => [
  ...new Map(uses.map(({ literal, pattern }) => [literal, pattern])).values(),
];

function usesIn(namespaces: readonly string[]): Use[] {
  const names = `(?:${namespaces.join('|')})`;
  const forms = [
    new RegExp(`'(${names}:[\\w.-]+)'`, 'g'),
    new RegExp(`"(${names}:[\\w.-]+)"`, 'g'),
    new RegExp(`\`(${names}:[^\`\\s]*(?:\\$\\{[^\`]*\\}[^\`]*)?)\``, 'g'),
    // Options of a nested text follow its key: `$t(rules:unit.hours, {"count": 5 })`.
    new RegExp(`\\$t\\((${names}:[^),]*)`, 'g'),
  ];
  const code = [
    ...filesIn(['bot', 'engine', 'api'], '.ts'),
    ...filesIn(['locales'], '.json'),
    ...filesIn(['locales'], '.ts'),
  ];
  return code.flatMap((file) => {
    const words = withoutComments(read(file));
    return forms.flatMap((form) => [...words.matchAll(form)].map((match) => useOf(match[1] ?? '', file)));
  });
}

const withoutComments = (source: string): string => source.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');

const VARIABLE = /\$\{(?:[^{}]|\{[^{}]*\})*\}|\{\{[^}]*\}\}/;

function useOf(literal: string, file: string): Use {
  const parts = literal.split(new RegExp(VARIABLE, 'g'));
  const pattern = new RegExp(
    `^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`,
  );
  return { literal, file, pattern };
}
