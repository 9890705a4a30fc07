// NCANode asked over HTTP, with a server that speaks its protocol: what it says, what it leaves out, and its bad days.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import { ncanodeVerifier } from '../../../engine/signatures/ncanode.ts';
import { ncanodeClient } from '../../../engine/signatures/ncanode-client.ts';
import { LARGEST_CMS } from '../../../engine/signatures/port.ts';
import { validBin, validIin } from '../../support/identity/numbers.ts';
import { type BadDay, Ncanode, type NcanodeCase } from '../../support/signatures/ncanode.ts';

const TEXT = 'Qadam: растаймын. 91';
const AT = new Date('2026-10-05T06:00:00Z');
const iin = validIin(1);

let node: Ncanode;
beforeAll(async () => {
  node = await Ncanode.open();
});
afterAll(() => node.close());
beforeEach(() => {
  node.case = { iin };
  node.badDay = null;
  node.asked.length = 0;
});

const clock = new ManualClock(AT);
const fresh = (patience = 300) => ncanodeVerifier(ncanodeClient(node.url, clock, patience));
const verify = (of: NcanodeCase = {}, verifier = fresh(), cms: Uint8Array = Buffer.from('cms')) => {
  node.case = { iin, ...of };
  return verifier.verify(cms, Buffer.from(TEXT), AT);
};
const outcome = async (...given: Parameters<typeof verify>) => {
  const result = await verify(...given);
  return result.ok ? result.value.revocation : result.reasons.map((each) => each.code).join();
};

it('sends the CMS and the text, asks for OCSP, and reads who signed', async () => {
  const bin = validBin(2);
  const result = await verify({ bin, keyUser: ['ORGANIZATION', 'CEO'] });
  const facts = { name: 'МЫСАЛОВА ҮЛГІ', iin, bin, isHead: true, serial: '7a0b', revocation: 'good' };
  expect(result).toMatchObject({ ok: true, value: facts });
  expect(node.asked.at(-1)).toEqual({
    path: '/cms/verify',
    body: {
      ...{ cms: Buffer.from('cms').toString('base64'), data: Buffer.from(TEXT).toString('base64') },
      revocationCheck: ['OCSP'],
    },
  });
});

it.each<[string, NcanodeCase]>([
  ['good', { attached: TEXT }],
  ['common.signature-altered', { attached: `${TEXT}!` }],
  ['common.signature-altered', { fits: false }],
  ['common.signature-revoked', { revocation: 'revoked' }],
  ['unknown', { revocation: 'unknown' }],
  ['common.signature-altered', { revocation: 'unknown', fits: false }],
  ['common.signature-untrusted', { trusted: false }],
  ['common.signature-out-of-date', { to: '2026-10-05T05:59:59.000+00:00' }],
  ['common.signature-out-of-date', { from: '2026-10-06T00:00:00.000+00:00' }],
  ['common.signature-not-for-signing', { keyUsage: 'AUTH' }],
  ['common.signature-unreadable', { signers: 0 }],
  ['common.signature-unreadable', { signers: 2 }],
])('is %s for %o', async (expected, of) => expect(await outcome(of)).toBe(expected));

it('asks nobody about what cannot be a signature', async () => {
  expect(await outcome({}, fresh(), new Uint8Array())).toBe('common.signature-unreadable');
  expect(await outcome({}, fresh(), new Uint8Array(LARGEST_CMS + 1))).toBe('common.signature-unreadable');
  expect(node.asked).toEqual([]);
});

describe('on a bad day', () => {
  it.each<BadDay>(['down', 'error', 'garbage', 'silent', 'endless', 'misshapen'])(
    'it is unavailable, never valid or revoked: %s',
    async (badDay) => {
      node.badDay = badDay;
      expect(await outcome({ revocation: 'revoked' })).toBe('common.signature-unavailable');
    },
  );

  it('what it cannot read is unreadable', async () => {
    node.badDay = 'rejects';
    expect(await outcome()).toBe('common.signature-unreadable');
  });

  it('it is left alone for half a minute after three failures, and asked again then', async () => {
    const verifier = fresh();
    node.badDay = 'error';
    for (let count = 0; count < 5; count += 1) await outcome({}, verifier);
    expect(node.asked).toHaveLength(3);
    node.badDay = null;
    expect(await outcome({}, verifier)).toBe('common.signature-unavailable');
    clock.advance(31_000);
    expect(await outcome({}, verifier)).toBe('good');
  });

  it('nobody there at all is unavailable', async () => {
    const nobody = ncanodeVerifier(ncanodeClient('http://127.0.0.1:9', clock));
    expect(await outcome({}, nobody)).toBe('common.signature-unavailable');
  });
});
