// Numbers of certificates: the same for the same certificate, read as people type them, and of no use to guess another.
import { describe, expect, it } from 'vitest';
import { numberOf, readNumber } from '../../../engine/documents/certificates/number.ts';
import { sealerOf } from '../../../engine/kernel/sealing.ts';

const ours = sealerOf('a key that only tests use');
const another = sealerOf('another key that only tests use');

describe('a number', () => {
  it('follows from the certificate and from our key', () => {
    const number = numberOf(ours, 'a1b2', '2026-11-30');
    expect(number).toMatch(/^26-[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/);
    expect(numberOf(ours, 'a1b2', '2026-11-30')).toBe(number);
  });

  it('cannot be worked out without the key: the serial part is the same, the check part is not', () => {
    const [year, serial, ...check] = numberOf(ours, 'a1b2', '2026-11-30').split('-');
    const [year2, serial2, ...check2] = numberOf(another, 'a1b2', '2026-11-30').split('-');
    expect([year2, serial2]).toEqual([year, serial]);
    expect(check2).not.toEqual(check);
  });

  it('is another one for each of a thousand certificates', () => {
    const all = Array.from({ length: 1_000 }, (_, nth) => numberOf(ours, `id-${nth}`, '2026-11-30'));
    expect(new Set(all).size).toBe(1_000);
  });
});

describe('reading what was typed', () => {
  const number = '26-7KH2M-X4TBN-93HWD';

  it.each(['26-7kh2m-x4tbn-93hwd', ' 26 7KH2M X4TBN 93HWD ', '267KH2MX4TBN93HWD', '26–7KH2M—X4TBN-93HWD'])(
    '%s',
    (typed) => expect(readNumber(typed)).toBe(number),
  );

  it('takes Cyrillic letters that look alike', () => {
    expect(readNumber('26-7КН2М-Х4ТВN-93НWD')).toBe(number);
  });

  it.each(['', '26', '26-7KH2M-X4TBN', '26-7KH2M-X4TBN-93HW0', `${number}A`, '{"$gt":""}', '../../etc'])(
    'no number: %j',
    (typed) => expect(readNumber(typed)).toBeNull(),
  );
});
