// The three languages of Qadam, in the order in which they are offered.

export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && (languages as readonly string[]).includes(value);

/** The language closest to a BCP 47 tag such as Telegram's `language_code`; Kazakh where it tells nothing. */
export function closestLanguage(tag: string | undefined): Language {
  const primary = tag?.toLowerCase().split('-')[0];
  return isLanguage(primary) ? primary : 'kk';
}
