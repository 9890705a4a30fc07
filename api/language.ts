// Which of our languages a request asks for: `?lang=` where a page offers it, else Accept-Language.
import type { FastifyRequest } from 'fastify';
import { isLanguage, type Language } from '../engine/kernel/languages.ts';

/** The first of our languages in the order of the reader's wishes; Kazakh where they name none. */
export function acceptedLanguage(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim());
    const quality = parameters.find((each) => each.startsWith('q='))?.slice(2);
    return {
      language: tag.toLowerCase().split('-')[0],
      quality: quality === undefined ? 1 : Number(quality),
    };
  });
  const known = wishes.filter((wish) => isLanguage(wish.language) && wish.quality > 0);
  const first = known.sort((a, b) => b.quality - a.quality)[0]?.language;
  return isLanguage(first) ? first : 'kk';
}

/** For pages: what the reader chose on them goes before what their browser asks for. */
export function pageLanguage({ query, headers }: Pick<FastifyRequest, 'query' | 'headers'>): Language {
  const chosen = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined;
  return isLanguage(chosen) ? chosen : acceptedLanguage(headers['accept-language']);
}
