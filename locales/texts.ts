// Puts texts into a language, from locales/<language>/*.json, read once at start.
// Called at the edges only (renderer, web pages, exports). No language ever falls back to another.
import { type Language, languages } from '../engine/kernel/languages.ts';
import type { Text } from '../engine/kernel/message.ts';
import { demoOperator, type Operator } from '../engine/kernel/operator.ts';
import { plainOfHtml } from './html.ts';
import { type Translator, translator } from './translator.ts';

/** A defect of a text: a missing key or variable, an unknown format, a value that its format cannot show. */
export interface TextProblem {
  readonly language: Language;
  readonly key: string;
  readonly problem: string;
}

export interface Texts {
  /** @returns Telegram HTML; parameters are escaped, tags of the text itself are kept */
  render(text: Text, language: Language): string;
  /** @returns text without tags and entities: for button labels, toasts, file names */
  plain(text: Text, language: Language): string;
  has(key: string, language: Language): boolean;
  /** Texts beneath another root beside these. @param directory holds a folder for each language */
  add(directory: URL): void;
}

export interface TextsOptions {
  /** Holds a folder for each language. */
  readonly directory: string | URL;
  /** Told of every defect; may throw, as it does in tests. Else the person gets a harmless text. */
  readonly onProblem: (problem: TextProblem) => void;
  /** What every text may name besides its parameters: `{{operatorName}}`, `{{operatorBin}}`, `{{operatorContact}}`. */
  readonly operator?: () => Operator;
}

/** @throws when a file is not JSON or a language has no folder */
export function loadTexts(options: TextsOptions): Texts {
  const directory =
    options.directory instanceof URL ? options.directory : new URL(`file://${options.directory}/`);
  const translators = Object.fromEntries(
    languages.map((language) => [language, translator(language, directory)]),
  ) as Record<Language, Translator>;

  const withOperator = ({ words, ...text }: Text, language: Language): Text => {
    const operator = options.operator?.();
    const own = { ...text.params, ...(words && { text: words[language] }) };
    return { ...text, params: { ...(operator && naming(operator, language)), ...own } };
  };
  const render = (text: Text, language: Language): string => {
    const { html, problems } = translators[language].translate(withOperator(text, language));
    for (const problem of problems) options.onProblem({ language, key: text.key, problem });
    return html;
  };
  return {
    render,
    plain: (text, language) => plainOfHtml(render(text, language)),
    has: (key, language) => translators[language].has(key),
    add: (more) => {
      for (const language of languages) translators[language].add(more);
    },
  };
}

const naming = ({ name, bin, contact }: Operator, language: Language) => ({
  operatorName: name[language],
  operatorBin: bin,
  operatorContact: contact,
});

let operator = demoOperator;

/** Who runs the programmes here. Called once by every process, see runtime/engine.ts; until then it is the demo's. */
export function nameOperator(named: Operator): void {
  operator = named;
}

let report: (problem: TextProblem) => void = ({ language, key, problem }) => {
  const message = `text ${key} (${language}): ${problem}`;
  if (process.env.VITEST !== undefined || process.env.NODE_ENV === 'test') throw new Error(message);
  process.emitWarning(message);
};

/** Where defects of texts go: the composition hands them to its logger. In tests they throw, unless told otherwise. */
export function onTextProblem(handler: (problem: TextProblem) => void): void {
  report = handler;
}

const texts = loadTexts({
  directory: new URL('./', import.meta.url),
  onProblem: (problem) => report(problem),
  operator: () => operator,
});

/** @returns Telegram HTML of a text in a language */
export const renderText = (text: Text, language: Language): string => texts.render(text, language);

/** @returns the same without tags and entities */
export const plainText = (text: Text, language: Language): string => texts.plain(text, language);

export const hasText = (key: string, language: Language): boolean => texts.has(key, language);

const added = new Set<string>();

/** The texts of programmes that lie beneath another root. Call at boot; a repeat reads nothing again. */
export function addTextsOf(programmes: readonly { readonly home?: URL }[]): void {
  for (const { home } of programmes) {
    if (!home || added.has(home.href)) continue;
    texts.add(new URL('locales/', home));
    added.add(home.href);
  }
}
