// Which language a page is shown in: what the reader chose on it, else what their browser asks for.
import type { FastifyRequest } from 'fastify';
import { isLanguage, type Language } from '../engine/kernel/languages.ts';
import { languageOf } from './routes/asking.ts';

/** `?lang=` goes before Accept-Language. */
export function pageLanguage(request: FastifyRequest): Language {
  const { query } = request;
  const chosen = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined;
  return isLanguage(chosen) ? chosen : languageOf(request);
}
