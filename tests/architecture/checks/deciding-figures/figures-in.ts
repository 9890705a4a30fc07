// The figures in a file of code that may decide something: all but those whose place says that they do not.
import { quiet } from './quiet.ts';

export interface Figure {
  readonly line: number;
  /** Of the constant that it stands in; else the figure itself. */
  readonly name: string;
  readonly code: string;
}

/** None, one, two, and the whole of a percentage: they count and compare, and no operator would change them. */
const PLAIN = new Set([0, 1, 2, 100]);

const NUMBER = /(?<![\w.#$])\d[\d_]*(?:\.\d+)?(?!\w)/g;

export const figuresIn = (source: string): readonly Figure[] =>
  bare(source)
    .split('\n')
    .flatMap((text, index): Figure[] => {
      const left = quiet.reduce((line, place) => line.replace(place, ''), text);
      const [first] = [...left.matchAll(NUMBER)].filter(([word]) => !PLAIN.has(figureOf(word)));
      if (!first) return [];
      const name = /\bconst (\w+)\b/.exec(text)?.[1] ?? first[0];
      return [{ line: index + 1, name, code: text.trim() }];
    });

const figureOf = (word: string): number => Number(word.replaceAll('_', ''));

/** Without comments, texts and patterns; lines stay where they are. */
const bare = (source: string): string =>
  source
    .replace(/\/\*[\s\S]*?\*\//g, (all) => all.replace(/[^\n]/g, ''))
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/'(?:\\.|[^'\n\\])*'/g, "''")
    .replace(/`(?:\\.|[^`\\])*`/g, (all) => `\`${all.replace(/[^\n]/g, '')}\``)
    .replace(/\/(?![/*\s])(?:\\.|\[[^\]\n]*\]|[^/\n\\])+\/[gimsuvy]*/g, 'pattern');
