// Personal numbers, organisations' numbers, accounts and sums: every way in which they can be wrong.
import { describe, expect, it } from 'vitest';
import { ibanProblem, normalIban } from '../../../engine/kernel/iban.ts';
import { binProblem, birthDateOf, checkDigit, iinProblem } from '../../../engine/kernel/iin.ts';
import { sum, tenge } from '../../../engine/kernel/money.ts';
import { validIban, validIin } from '../../support/identity/numbers.ts';

/** Eleven digits with the check digit that belongs to them. */
const whole = (eleven: string): string => `${eleven}${checkDigit(eleven)}`;

describe('an account', () => {
  const account = validIban(7);
  it.each([
    { what: 'as it is written', value: account, problem: null },
    {
      what: 'in groups of four, in small letters',
      value: account.toLowerCase().replace(/(.{4})/g, '$1 '),
      problem: null,
    },
    { what: 'of another country, valid there', value: 'DE89370400440532013000', problem: 'country' },
    { what: 'with the country at its end', value: `${account.slice(2)}KZ`, problem: 'country' },
    { what: 'one character short', value: account.slice(0, -1), problem: 'length' },
    { what: 'one character long', value: `${account}0`, problem: 'length' },
    { what: 'with two characters changed over', value: `${account.slice(0, -2)}70`, problem: 'checksum' },
    { what: 'that is empty', value: '', problem: 'country' },
  ])('$what', ({ value, problem }) => {
    expect(ibanProblem(value)).toBe(problem);
  });

  it('is kept in one way of writing', () => {
    expect(normalIban(` ${account.toLowerCase().replace(/(.{4})/g, '$1 ')}`)).toBe(account);
    expect(normalIban('')).toBe('');
  });
});

describe('the check digit', () => {
  it.each([
    // 1·1 + 2·2 + 3·3 = 14, 14 mod 11 = 3.
    { eleven: '12300000000', digit: 3 },
    // The eleventh digit weighs 11: it changes nothing in the first round.
    { eleven: '12300000009', digit: 3 },
    // 5·2 = 10, so the second weights: 5·4 = 20, 20 mod 11 = 9.
    { eleven: '05000000000', digit: 9 },
    // 10·1 = 10, so the second: 1·1 = 1.
    { eleven: '00000000010', digit: 1 },
    // 10·1 = 10 again; with 11·1 besides, and 2·1 besides in the second.
    { eleven: '00000000011', digit: 3 },
    // 9·9 + 10·5 = 131, 131 mod 11 = 10, so the second: 9·11 + 5·1 = 104, 104 mod 11 = 5.
    { eleven: '00000000950', digit: 5 },
    // Ten in both rounds: such numbers are never given out.
    { eleven: '10000000028', digit: null },
  ])('of $eleven is $digit', ({ eleven, digit }) => {
    expect(checkDigit(eleven)).toBe(digit);
  });

  it('weighs each digit by its place in both rounds', () => {
    const first = Array.from({ length: 11 }, (_, place) =>
      checkDigit('0'.repeat(place) + '1'.padEnd(11 - place, '0')),
    );
    expect(first).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 0]);
    // The tenth digit (weight 10) is what lets the first round give ten, so that the second decides.
    const second = Array.from({ length: 8 }, (_, place) =>
      checkDigit(`${'0'.repeat(place)}${'1'.padEnd(9 - place, '0')}${place + 2}0`),
    );
    expect(second).toEqual([5, 7, 9, 0, 2, 4, 6, 8]);
  });
});

describe('a personal number', () => {
  it.each([
    { what: 'that is valid', value: validIin(1), problem: null },
    { what: 'with a letter before', value: `x${validIin(1)}`, problem: 'digits' },
    { what: 'with a letter after', value: `${validIin(1)}x`, problem: 'digits' },
    { what: 'of letters', value: 'abcdefghijkl', problem: 'digits' },
    { what: 'with a space', value: ` ${validIin(1).slice(1)}`, problem: 'digits' },
    { what: 'that is empty', value: '', problem: 'length' },
    { what: 'one digit short', value: validIin(1).slice(0, -1), problem: 'length' },
    { what: 'one digit long', value: `${validIin(1)}0`, problem: 'length' },
    {
      what: 'with the next check digit',
      value: `${validIin(1).slice(0, 11)}${(Number(validIin(1).charAt(11)) + 1) % 10}`,
      problem: 'checksum',
    },
    { what: 'that no check digit makes valid', value: '100000000280', problem: 'checksum' },
    { what: 'of 30 February', value: whole('05023050001'), problem: 'date' },
    { what: 'of no century', value: whole('05010100001'), problem: 'date' },
  ])('$what', ({ value, problem }) => {
    expect(iinProblem(value)).toBe(problem);
  });

  it.each([
    ['050101000000', null],
    ['050101100000', '1805-01-01'],
    ['050101200000', '1805-01-01'],
    ['050101300000', '1905-01-01'],
    ['050101400000', '1905-01-01'],
    ['050101500000', '2005-01-01'],
    ['050101600000', '2005-01-01'],
    ['050101700000', null],
    ['991231600000', '2099-12-31'],
    ['040229600000', '2004-02-29'],
    ['050229600000', null],
    ['051301600000', null],
  ])('%s carries the birth date %s', (iin, date) => {
    expect(birthDateOf(iin)).toBe(date);
  });
});

describe("an organisation's number", () => {
  it.each(
    [
      ['3', 'date'],
      ['4', null],
      ['5', null],
      ['6', null],
      ['7', 'date'],
    ].map(([kind, problem]) => ({ kind, problem })),
  )('of kind $kind', ({ kind, problem }) => {
    expect(binProblem(whole(`1901${kind}000001`))).toBe(problem);
  });

  it('has the shape of a personal number', () => {
    expect(binProblem('19014')).toBe('length');
    expect(binProblem('19014x')).toBe('digits');
    expect(binProblem(whole('19014000001').replace(/.$/, (last) => String((Number(last) + 1) % 10)))).toBe(
      'checksum',
    );
  });
});

describe('a sum', () => {
  it.each([0, 1, 20_000, Number.MAX_SAFE_INTEGER])('may be %d tenge', (amount) => {
    expect(tenge(amount)).toBe(amount);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])(
    'is never %d',
    (amount) => {
      expect(() => tenge(amount)).toThrow(new RangeError(`not a sum of whole tenge: ${amount}`));
    },
  );

  it('of sums adds them up', () => {
    expect(sum([])).toBe(0);
    expect(sum([tenge(20_000), tenge(50_000), tenge(1)])).toBe(70_001);
    expect(() => sum([tenge(Number.MAX_SAFE_INTEGER), tenge(1)])).toThrow(RangeError);
  });
});
