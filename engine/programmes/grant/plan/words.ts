// Words of a plan in the languages in which somebody wrote them: at least one, mostly Kazakh.
import Type, { type Static } from 'typebox';
import type { Language } from '../../../kernel/languages.ts';

const Written = Type.Optional(Type.String());
export const Words = Type.Object({ kk: Written, ru: Written, en: Written });
export type Words = Static<typeof Words>;

/** In a language, else in the one in which they were written. Empty where nothing was. */
export const wordsIn = (words: Words, language: Language): string =>
  words[language] ?? words.kk ?? words.ru ?? words.en ?? '';

/** In every language, for a text's `{{text}}`. */
export const inAll = (words: Words): Readonly<Record<Language, string>> => ({
  kk: wordsIn(words, 'kk'),
  ru: wordsIn(words, 'ru'),
  en: wordsIn(words, 'en'),
});

export const isBlank = (words: Words | null): boolean =>
  words === null || Object.values(words).every((each) => each.trim() === '');

/** Words that a person wrote in one language. */
export const written = (language: Language, text: string): Words => ({ [language]: text });
