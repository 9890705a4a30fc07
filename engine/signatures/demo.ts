// DEMO ONLY: a text that calls itself a signature. It proves nothing; compose.ts knows it in demo mode alone.
import { createHash } from 'node:crypto';
import { DAY } from '../kernel/clock.ts';
import { ok } from '../kernel/result.ts';
import type { SignatureVerifier } from './port.ts';
import { noSignature } from './refusal.ts';

const MARK = 'QADAM-DEMO-SIGNATURE';

/** Who a demo signature names: with a BIN, the head of that organisation. */
export interface DemoHolder {
  readonly iin: string;
  readonly bin?: string;
}

/** What the demo's form offers to paste in place of a signature. */
export const demoSignature = ({ iin, bin }: DemoHolder, challenge: string): string =>
  [MARK, iin, ...(bin ? [bin] : []), createHash('sha256').update(challenge).digest('hex')].join(' ');

export const isDemoSignature = (cms: Uint8Array): boolean =>
  Buffer.from(cms).toString('utf8').startsWith(MARK);

export const demoVerifier: SignatureVerifier = {
  async verify(cms, challenge, at) {
    const given = Buffer.from(cms).toString('utf8').trim();
    const [, iin = '', bin] = /^\S+ (\d{12}) (?:(\d{12}) )?[0-9a-f]{64}$/.exec(given) ?? [];
    if (iin === '') return noSignature('unreadable');
    const holder = { iin, ...(bin !== undefined && { bin }) };
    const isOfThis = given === demoSignature(holder, Buffer.from(challenge).toString('utf8'));
    if (!isOfThis) return noSignature('altered');
    const around = (days: number) => new Date(at.getTime() + days * DAY);
    const made = { name: 'DEMO', bin: bin ?? null, isHead: bin !== undefined, serial: 'demo' };
    return ok({ ...made, iin, validFrom: around(-1), validTo: around(1), revocation: 'good' });
  },
};
