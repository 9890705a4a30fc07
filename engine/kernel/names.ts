// How names are compared and searched: Kazakh letters folded to their Cyrillic neighbours, NFC, one case.

const FOLDED: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
  й: 'и',
};

/** The form in which a text is searched: «Әлия» and «Алия» fold to the same. */
export function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{L}/gu, (letter) => FOLDED[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Latin letters that are typed for the Cyrillic ones that they look like, and Kazakh ones for their neighbours. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', i: 'и', k: 'к', m: 'м' },
  ...{ o: 'о', p: 'р', t: 'т', x: 'х', y: 'у', u: 'у' },
};

/** As `folded`, and a Latin letter is the Cyrillic one that it looks like: both sides of a comparison are folded so. */
export const foldedLookAlikes = (text: string): string =>
  folded(text).replace(/[a-z]/gu, (letter) => LOOK_ALIKES[letter] ?? letter);
