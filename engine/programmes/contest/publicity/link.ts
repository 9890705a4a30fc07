// A publication's address as it is kept and compared: the same page is one publication, however its link was copied.
import normalizeUrl from 'normalize-url';

const LONGEST = 1_000;

/** @returns null for what is no address of a page on the web */
export function publishedAt(typed: string): string | null {
  const given = typed.trim();
  if (given.length > LONGEST || !/^https?:\/\/[^\s/]+\.[^\s/]/i.test(given)) return null;
  try {
    return normalizeUrl(given, {
      forceHttps: true,
      stripHash: true,
      removeQueryParameters: [/^utm_\w+/i, /^(fbclid|gclid|yclid|ysclid|igsh|igshid|si)$/i],
    });
  } catch {
    return null;
  }
}
