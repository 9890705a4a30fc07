// Personal numbers and accounts are caught wherever they stand in what a person typed.
import { expect, it } from 'vitest';
import { holdsSensitiveData } from '../../bot/dialogue/sensitive.ts';
import { iinOf, validBin, validIban, validIin } from '../support/identity/numbers.ts';

const IIN = validIin(1);
const IBAN = validIban(1);
const SEPARATORS = [...' -./\\\u2010\u2011\u2012\u2013\u2014\u2212\u00a0\u2009\u3000', ' — ', '. '];
const spaced = (value: string, size: number) => value.replace(new RegExp(`.{${size}}(?=.)`, 'g'), '$& ');

it.each([
  IIN,
  spaced(IIN, 6),
  `мой ИИН ${IIN}, 2 курс`,
  `${IIN} 87010000000`,
  `ИИН ${spaced(IIN, 3)} 20 часов`,
  `20 ${IIN}`,
  `87010000000\n${IIN}`,
  IBAN,
  spaced(IBAN, 4),
  `kz ${IBAN}`,
  `me@example.kz ${IBAN.toLowerCase()}`,
  `счёт ${IBAN} and thanks`,
  `${IBAN.slice(0, 2)}-${IBAN.slice(2)}`,
  `К${IBAN.slice(1)}`,
  `счёт КЗ${IBAN.slice(2)}`,
  IBAN.replace('TEST', 'ТЕЅТ').toLowerCase(),
  ...SEPARATORS.flatMap((each) => [
    `${IIN.slice(0, 6)}${each}${IIN.slice(6)}`,
    IIN.replace(/.{2}(?=.)/gu, `$&${each}`),
    IBAN.replace(/.{4}(?=.)/gu, `$&${each}`),
  ]),
  `\u202a${IIN}\u202c`,
  IIN.replace(/./gu, '$&\u200b'),
  [...IIN].map((digit) => String.fromCodePoint(Number(digit) + 0xff10)).join(''),
  ...['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map((century) => iinOf(`040815${century}`, 1)),
  `ИИН ${IIN}, тел. +7 701 234 56 78, сегодня 30.11.2026 в 14.00`,
])('catches «%s»', (typed) => expect(holdsSensitiveData(typed)).toBe(true));

it.each([
  '',
  validBin(1),
  `БИН: ${spaced(validBin(2), 3)}`,
  `1${IIN}`,
  `${IIN}1`,
  '+7 701 000 00 00 и 8 701 000 00 01',
  `${IBAN.slice(0, 19)}!`,
  'Kazakhstan kz 20 часов',
  '+7 (701) 234-56-78 и 20 000 ₸',
  '20 000 000 ₸, 87012345678',
])('leaves «%s» alone', (typed) => expect(holdsSensitiveData(typed)).toBe(false));

/** Each would hold a number with a right check digit once in eleven times, were it not known for what it is. */
it.each<[string, (n: number) => string]>([
  ['interview times', (n) => `0${(n % 9) + 1}.10 14.00 15\n0${(n % 9) + 1}.11 15.30 ${10 + (n % 40)}`],
  ['dates', (n) => `0${(n % 9) + 1}.10.2026 ${10 + (n % 19)}.11.2026`],
  ['a date and a time', (n) => `2026-11-${10 + (n % 19)} 14.${10 + (n % 50)}`],
  ['short dates', (n) => `0${(n % 9) + 1}.12.26-${10 + (n % 19)}.12.26`],
  ['a range of times', (n) => `10.${10 + (n % 50)}-12.15 14.00-18.00`],
  ['phones', (n) => `8 701 1${10 + (n % 20)} 45 ${10 + (n % 90)} 8 701 112 33 44`],
  ['a BIN', (n) => validBin(n)],
  ['the name of a photo', (n) => `photo_2026-11-${10 + (n % 19)} 14.${10 + (n % 50)}.05.jpg`],
])('takes %s for no personal number', (_what, sample) => {
  const taken = Array.from({ length: 200 }, (_, n) => sample(n)).filter(holdsSensitiveData);
  expect(taken).toEqual([]);
});

it('takes few figures of twelve for a personal number', () => {
  const figures = Array.from({ length: 5_000 }, (_, n) =>
    String(((n + 1) * 199_933_112_387) % 10 ** 12).padStart(12, '0'),
  );
  expect(figures.filter(holdsSensitiveData).length / figures.length).toBeLessThan(0.01);
});

it('reads the longest text at once, whatever it holds', () => {
  // Time of the processor, not of the wall: what else the machine does is no matter here.
  const began = process.cpuUsage();
  for (const hostile of ['1 ', '1', 'K', 'KZ', 'K Z 1 ', `1${' '.repeat(3000)}`])
    holdsSensitiveData(hostile.repeat(Math.ceil(100_000 / hostile.length)));
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1_000).toBeLessThan(2_000);
});
