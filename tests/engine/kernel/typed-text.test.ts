// The one normaliser of what people type: what is kept, what is compared, and what codes are read from.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codeTyped,
  foldTyped,
  normaliseTyped,
  numberTyped,
  SOMETHING_VISIBLE,
  wordsTyped,
} from '../../../engine/kernel/typed-text.ts';
import { validBin, validIban, validIin } from '../../support/identity/numbers.ts';

const visible = new RegExp(SOMETHING_VISIBLE, 'u');
/** Zero-width, direction and filler characters that a copied text brings along. */
const MARKS = [
  ...'\u200b\u200c\u200e\u200f\u202a\u202c\u202e\u2060\u2066\u2069\ufeff\u00ad\u180e\u3164\u{e0020}',
];
const SPACES = [...' \u00a0\u1680\u2003\u2009\u202f\u205f\u3000\u2800'];
const DASHES = [...'-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d'];
const WORDS = 'Әлия Анна-Мария 12-б № 5, 14:00–18:00 Қостанай ё й';

/** The same text with a mark put in at each place that was drawn. */
const marked = (text: string, places: readonly (readonly [number, string])[]): string => {
  const letters = [...text];
  for (const [at, mark] of places) letters.splice(at % (letters.length + 1), 0, mark);
  return letters.join('');
};
const places = fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...MARKS)), { maxLength: 8 });
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      ...MARKS,
      ...SPACES,
      ...DASHES,
      'ә',
      'e',
      '\u0308',
      '👩',
      '\u200d',
      '❤',
      '\ufe0f',
      '1',
      '\n',
    ),
    maxLength: 30,
  }),
);

describe('a text that is kept', () => {
  it.each([
    ['Анна\u2011Мария', 'Анна-Мария'],
    ['\u202a050101\u202c', '050101'],
    ['а\u200bбв', 'абв'],
    ['е\u0308ж', 'ёж'],
    ['  школа\u00a0№ 5 — «Үлгі» ', 'школа № 5 — «Үлгі»'],
    ['раз\r\n\r\n\r\n\r\nдва', 'раз\n\nдва'],
    ['１２ ａ', '12 a'],
    ['👩‍👩‍👧 ❤️ 1️⃣', '👩‍👩‍👧 ❤️ 1️⃣'],
  ])('%j', (typed, kept) => expect(normaliseTyped(typed)).toBe(kept));

  it.each([
    ...[
      '\u3164'.repeat(60),
      '\u2800'.repeat(12),
      '\u115f\u1160',
      '\uffa0\u180e',
      '\ufe0f\ufe0e',
      '\u{e0041}\u{e007f}',
    ],
    ...[' \t\n', '\u200d\u200b\ufeff', '\u0000\u0007', '\ud800', '\u{1d159}', '\ufffc', '\u00ad\u034f\u061c'],
  ])('is empty where nothing can be seen: %j', (typed) => {
    expect(normaliseTyped(typed)).toBe('');
    expect(visible.test(typed)).toBe(false);
    expect(foldTyped(typed)).toBe('');
  });

  it('is the same when it is normalised again', () =>
    fc.assert(
      fc.property(anyText, (typed) => {
        const kept = normaliseTyped(typed);
        expect(normaliseTyped(kept)).toBe(kept);
        expect(foldTyped(foldTyped(typed))).toBe(foldTyped(typed));
      }),
    ));

  it('is empty exactly where the API sees nothing', () =>
    fc.assert(
      fc.property(anyText, (typed) => {
        expect(normaliseTyped(typed) !== '').toBe(visible.test(typed));
      }),
    ));

  it('does not change by what nobody sees', () =>
    fc.assert(
      fc.property(places, (at) => {
        expect(normaliseTyped(marked(WORDS, at))).toBe(normaliseTyped(WORDS));
        expect(foldTyped(marked(WORDS, at))).toBe(foldTyped(WORDS));
      }),
    ));
});

describe('a text that is compared', () => {
  it('knows one dash and one space', () =>
    fc.assert(
      fc.property(fc.constantFrom(...DASHES), fc.constantFrom(...SPACES), (dash, space) => {
        expect(foldTyped(`Анна${dash}Мария${space}${space}2`)).toBe('анна-мария 2');
      }),
    ));

  it.each([
    ['❌ Болдырмау', 'болдырмау.'],
    ['Қарағанды облысы', 'КАРАГАНДЫ  ОБЛЫСЫ'],
    ['КазНУ им. аль‑Фараби', 'казну им аль-фараби'],
    ['20 000 ₸', '20\u202f000'],
  ])('%s is %s', (label, typed) => expect(wordsTyped(typed)).toBe(wordsTyped(label)));
});

describe('a code', () => {
  const iban = validIban(1);
  const iin = validIin(1);
  it.each([
    [`К${iban.slice(1)}`, iban],
    [`КЗ${iban.slice(2)}`, iban],
    [iban.toLowerCase().replace(/.{4}/gu, '$& '), iban],
    [iban.replace('TEST', 'ТЕSТ'), iban],
    [iban.replace(/.{4}/gu, '$&–'), iban],
  ])('%s', (typed, code) => expect(codeTyped(typed).replace(/-$/u, '')).toBe(code));

  it('is read among marks and separators', () =>
    fc.assert(
      fc.property(places, fc.constantFrom(...SPACES, ...DASHES, '.', '/'), (at, between) => {
        expect(numberTyped(marked(`${iin.slice(0, 6)}${between}${iin.slice(6)}`, at))).toBe(iin);
        expect(codeTyped(marked(`${iban.slice(0, 4)}${between}${iban.slice(4)}`, at))).toBe(iban);
      }),
    ));

  it.each(['БИН: ', 'БСН ', 'BIN № '])('may be named: %s', (name) =>
    expect(numberTyped(`${name}${validBin(1)}`)).toBe(validBin(1)),
  );
});
