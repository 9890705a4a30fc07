// RSA signatures checked in process, with an authority of our own: what is valid, and every way of not being so.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { LARGEST_CMS } from '../../../engine/signatures/port.ts';
import { rsaVerifier } from '../../../engine/signatures/rsa-cms.ts';
import { FIRST_HEAD } from '../../../engine/signatures/subject.ts';
import { validBin, validIin } from '../../support/identity/numbers.ts';
import { holds } from '../../support/run/holds.ts';
import {
  type CertificateWish,
  type Holder,
  issue,
  newAuthority,
  revocationList,
  SIGNED_AT,
  signed,
} from '../../support/signatures/authority.ts';

const TEXT = 'Qadam: ЖСН менікі екенін растаймын. 7f3a';
const DAY = 86_400_000;
const later = (days: number) => new Date(SIGNED_AT.getTime() + days * DAY);
const iin = validIin(1);

let root: Holder;
let person: Holder;
let goodList: Awaited<ReturnType<typeof revocationList>>;
beforeAll(async () => {
  root = await newAuthority('ТЕСТ ОРТАЛЫҚ');
  person = await issue(root, { iin });
  goodList = await revocationList(root, [], { from: later(-1), to: later(1) });
});

const verify = (
  cms: Uint8Array,
  { crls = [goodList], anchors = [root.certificate], at = SIGNED_AT, text = TEXT } = {},
) => rsaVerifier({ anchors, crls }).verify(cms, Buffer.from(text), at);
const problem = async (...given: Parameters<typeof verify>) => {
  const result = await verify(...given);
  return result.ok ? result.value.revocation : result.reasons.map((each) => each.code).join();
};
const holderOf = (wish: CertificateWish) => issue(root, { iin, ...wish });

describe('a signature is good', () => {
  it.each([false, true])('with the text inside or apart (%s)', async (apart) => {
    const result = await verify(await signed(person, TEXT, { apart }));
    expect(result).toMatchObject({
      ok: true,
      value: { name: 'МЫСАЛОВА ҮЛГІ', iin, bin: null, isHead: false, revocation: 'good' },
    });
  });

  it('by PSS, and by SHA-512', async () => {
    const modern = await holderOf({ padding: 'RSA-PSS' });
    expect(await problem(await signed(modern, TEXT))).toBe('good');
    expect(await problem(await signed(person, TEXT, { hash: 'SHA-512' }))).toBe('good');
  });

  it('through an authority in between; and tells organisation and head', async () => {
    const middle = await issue(root, { name: 'АРАЛЫҚ', authority: true, usage: 0b0000_0110, pathLength: 0 });
    const bin = validBin(5);
    const head = await issue(middle, { iin, bin, uses: ['1.3.6.1.5.5.7.3.4', FIRST_HEAD] });
    const cms = await signed(head, TEXT, { along: [middle.certificate] });
    const list = await revocationList(middle, [], { from: later(-1), to: later(1) });
    expect(await verify(cms, { crls: [list] })).toMatchObject({ ok: true, value: { bin, isHead: true } });
    expect(await problem(await signed(head, TEXT))).toBe('common.signature-untrusted');
    const below = await issue(middle, { name: 'ТӨМЕН', authority: true, usage: 0b0000_0110 });
    const lowest = await issue(below, { iin });
    const along = [middle.certificate, below.certificate];
    expect(await problem(await signed(lowest, TEXT, { along }))).toBe('common.signature-untrusted');
  });
});

describe('a signature is refused', () => {
  it('of another text, or when one bit of it was changed', async () => {
    for (const apart of [false, true])
      expect(await problem(await signed(person, `${TEXT}.`, { apart }))).toBe('common.signature-altered');
    const cms = await signed(person, TEXT, { apart: true });
    const last = cms.length - 1;
    cms[last] = (cms[last] ?? 0) ^ 1;
    expect(await problem(cms)).toBe('common.signature-altered');
  });

  it('by a key that is not the certificate’s', async () => {
    const other = await issue(root, { iin });
    const forged = { certificate: person.certificate, keys: other.keys };
    expect(await problem(await signed(forged, TEXT))).toBe('common.signature-altered');
  });

  it('of an authority that nobody trusts, also of the same name', async () => {
    const stranger = await newAuthority('ТЕСТ ОРТАЛЫҚ');
    const cms = await signed(await issue(stranger, { iin }), TEXT, { along: [stranger.certificate] });
    expect(await problem(cms)).toBe('common.signature-untrusted');
  });

  it('by whoever signs themselves, or was issued by no authority', async () => {
    const self = await newAuthority('ӨЗІМ', { authority: false, usage: 0b1100_0000 });
    expect(await problem(await signed(self, TEXT))).toBe('common.signature-untrusted');
    const cms = await signed(await issue(person, { iin }), TEXT, { along: [person.certificate] });
    expect(await problem(cms)).toBe('common.signature-untrusted');
  });

  it.each<[string, CertificateWish]>([
    ['out-of-date', { to: later(-1) }],
    ['out-of-date', { from: later(1) }],
    ['not-for-signing', { usage: 0b1010_0000 }],
    ['unsupported', { critical: '1.2.398.3.3.9.9' }],
    ['unsupported', { bits: 1024 }],
  ])('as %s: %o', async (why, wish) => {
    expect(await problem(await signed(await holderOf(wish), TEXT))).toBe(`common.signature-${why}`);
  });

  it('under an authority that is out of date', async () => {
    const old = await newAuthority('ЕСКІ', { to: later(-1) });
    const cms = await signed(await issue(old, { iin }), TEXT);
    expect(await problem(cms, { anchors: [old.certificate] })).toBe('common.signature-untrusted');
  });

  it('by SHA-1, and by more than one', async () => {
    expect(await problem(await signed(person, TEXT, { hash: 'SHA-1' }))).toBe('common.signature-unsupported');
    expect(await problem(await signed(person, TEXT, { signers: 2 }))).toBe('common.signature-unreadable');
  });
});

describe('revocation', () => {
  it('is told by the authority’s list, also by one that has grown old', async () => {
    const cms = await signed(person, TEXT);
    for (const to of [1, -1]) {
      const list = await revocationList(root, [person], { from: later(-2), to: later(to) });
      expect(await problem(cms, { crls: [list] })).toBe('common.signature-revoked');
    }
  });

  it('is good by a list that was made after the signature', async () => {
    const list = await revocationList(root, [], { from: later(1), to: later(2) });
    expect(await problem(await signed(person, TEXT), { crls: [list] })).toBe('good');
  });

  it('is unknown without a list, with an old one, or another’s', async () => {
    const cms = await signed(person, TEXT);
    const stranger = await newAuthority('ТЕСТ ОРТАЛЫҚ');
    const lists = [
      await revocationList(root, [], { from: later(-3), to: later(-1) }),
      await revocationList(stranger, [person], { from: later(-1), to: later(1) }),
    ];
    for (const crls of [[], ...lists.map((each) => [each])])
      expect(await problem(cms, { crls })).toBe('unknown');
  });
});

describe('anything else', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['words', Buffer.from('not a signature')],
    ['too much', new Uint8Array(LARGEST_CMS + 1)],
    ['a tower of sequences', Buffer.from('30800000'.repeat(16_000), 'hex')],
    ['indefinite sequences', Buffer.from('3080'.repeat(30_000), 'hex')],
    ['a length that lies', Buffer.from('3084ffffffff', 'hex')],
  ])('is unreadable: %s', async (_what, bytes) => {
    const began = performance.now();
    expect(await problem(bytes)).toBe('common.signature-unreadable');
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('is never taken: any bytes changed, cut off or put in', async () => {
    const cms = await signed(person, TEXT);
    const wish = fc.record({
      at: fc.nat(cms.length - 1),
      by: fc.integer({ min: 1, max: 255 }),
      how: fc.nat(2),
    });
    await holds(
      fc.asyncProperty(wish, async ({ at, by, how }) => {
        const bytes = [...cms];
        if (how === 0) bytes[at] = (bytes[at] ?? 0) ^ by;
        if (how === 1) bytes.splice(at, by);
        if (how === 2) bytes.splice(at, 0, by);
        const result = await verify(Uint8Array.from(bytes));
        // Some bytes say nothing of who signed what (a version, what comes along): then it is the very same word.
        if (result.ok)
          expect(result.value).toMatchObject({ iin, serial: expect.any(String), revocation: 'good' });
      }),
      { numRuns: 200 },
    );
  });
});
