// `rules explain`: what an evaluation means, in words, for one person. Rendering texts is for edges, which a command is.
import { plainText } from '../../../locales/texts.ts';
import { AppError } from '../../kernel/errors.ts';
import { isLanguage, type Language, languages } from '../../kernel/languages.ts';
import type { RuleBook } from '../book.ts';
import { evaluationJson } from '../evaluation.ts';
import { evaluationInWords } from '../evaluation-words.ts';
import type { Case } from './options.ts';
import type { Report } from './report.ts';

export async function explainCase(
  book: RuleBook,
  { set, on, facts }: Case,
  language: string | undefined,
): Promise<Report> {
  const evaluation = await book.evaluate(set, on, facts);
  const { title } = book.set(set);
  const words = languagesFor(language).map(
    (each) => [each, evaluationInWords(title, evaluation, (text) => plainText(text, each))] as const,
  );
  return {
    lines: words.flatMap(([, lines]) => [...lines, '']),
    json: { ...evaluationJson(evaluation), explanation: Object.fromEntries(words) },
    sound: true,
  };
}

/** The one that was asked for, or all. @throws AppError `invalid-input` */
export function languagesFor(language: string | undefined): readonly Language[] {
  if (language === undefined) return languages;
  if (isLanguage(language)) return [language];
  throw new AppError('invalid-input', `no language ${language}: give one of ${languages.join(', ')}`);
}
