// Reasons of what is published, packed and voted on: their texts stand in a namespace of their own.
import type { Language } from '../../kernel/languages.ts';
import { type Reason, type Refused, refusedFor, type TextParams } from '../../kernel/result.ts';

/** @param code without the programme: `photo-not-jpeg` */
export const because = (code: string, params: TextParams = {}): Reason => ({
  code: `contest.${code}`,
  key: `contest-public:reason.${code}`,
  params,
});

export const refusedAs = (code: string, params?: TextParams): Refused => refusedFor([because(code, params)]);

/** The text key of a language, as «in Kazakh»: for a text that names it. */
export const inLanguage = (language: Language | 'other'): string => `contest-public:in-language.${language}`;
