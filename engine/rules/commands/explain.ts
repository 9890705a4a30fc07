// `rules explain`: what an evaluation means, in words, for one person. The only part of the rules that renders texts:
// a command is an edge of the system.

import { plainText } from '../../../locales/texts.ts';
import { AppError } from '../../kernel/errors.ts';
import { isLanguage, type Language, languages } from '../../kernel/languages.ts';
import type { RuleBook } from '../book.ts';
import type { Evaluation } from '../evaluation.ts';
import { type Explanation, explain } from '../explain.ts';
import type { Case } from './options.ts';

/** @returns the lines to print: in one language, or in all three */
export async function explainCase(
  book: RuleBook,
  { set, on, facts }: Case,
  language: string | undefined,
): Promise<readonly string[]> {
  const evaluation = await book.evaluate(set, on, facts);
  const title = book.set(set).title;
  return languagesFor(language).flatMap((each) => linesIn(each, title, evaluation));
}

function linesIn(language: Language, title: string, evaluation: Evaluation): readonly string[] {
  const say = (key: string): string => plainText({ key }, language);
  return [
    `${say(title)} (${evaluation.set} ${evaluation.version}) — ${evaluation.percent} %`,
    say(`rules:outcome.${evaluation.outcome}`),
    ...evaluation.requirements.map(
      ({ text, met, percent }) => `  ${met ? '✓' : '✗'} ${say(text)} — ${percent} %`,
    ),
    ...explain(evaluation).map((each) => `  → ${worded(each, language)}`),
    '',
  ];
}

function worded({ key, params, options }: Explanation, language: Language): string {
  if (options === undefined) return plainText({ key, params }, language);
  const or = plainText({ key: 'rules:or' }, language);
  const ways = options.map((way) => way.map((each) => worded(each, language)).join(' '));
  return plainText({ key, params: { options: ways.join(` — ${or} — `) } }, language);
}

function languagesFor(language: string | undefined): readonly Language[] {
  if (language === undefined) return languages;
  if (isLanguage(language)) return [language];
  throw new AppError('invalid-input', `no language ${language}: give one of ${languages.join(', ')}`);
}
