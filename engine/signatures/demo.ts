// DEMO ONLY: a text that calls itself a signature. It proves nothing; compose.ts knows it in demo mode alone.
import { createHash } from 'node:crypto';
import { DAY } from '../kernel/clock.ts';
import { ok } from '../kernel/result.ts';
import type { SignatureVerifier } from './port.ts';
import { noSignature } from './refusal.ts';

const MARK = 'QADAM-DEMO-SIGNATURE';

/** What the demo's form offers to paste in place of a signature. */
export const demoSignature = (iin: string, challenge: string): string =>
  `${MARK} ${iin} ${createHash('sha256').update(challenge).digest('hex')}`;

export const isDemoSignature = (cms: Uint8Array): boolean =>
  Buffer.from(cms).toString('utf8').startsWith(MARK);

export const demoVerifier: SignatureVerifier = {
  async verify(cms, challenge, at) {
    const given = Buffer.from(cms).toString('utf8').trim();
    const [, iin = ''] = given.split(' ');
    if (!/^\d{12}$/.test(iin)) return noSignature('unreadable');
    const isOfThis = given === demoSignature(iin, Buffer.from(challenge).toString('utf8'));
    if (!isOfThis) return noSignature('altered');
    const around = (days: number) => new Date(at.getTime() + days * DAY);
    const made = { name: 'DEMO', bin: null, isHead: false, serial: 'demo' };
    return ok({ ...made, iin, validFrom: around(-1), validTo: around(1), revocation: 'good' });
  },
};
