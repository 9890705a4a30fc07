// Which signatures this deployment can check: RSA in process where authorities are configured, everything by NCANode
// where it is, and the demo's in demo mode only. Called once, when the engine is opened.
import type { Clock } from '../kernel/clock.ts';
import { demoVerifier, isDemoSignature } from './demo.ts';
import { ncanodeVerifier } from './ncanode.ts';
import { ncanodeClient } from './ncanode-client.ts';
import type { SignatureVerifier } from './port.ts';
import { rsaVerifier } from './rsa-cms.ts';
import { readTrust } from './trust.ts';

export interface SignatureSettings {
  readonly demo: boolean;
  /** Without a slash at its end. */
  readonly ncanodeUrl: string | undefined;
  readonly trustDirectory: string | undefined;
}

/** @returns null where no signature can be checked. @throws AppError `configuration` for a directory of no use */
export function signatureVerifierOf(
  { demo, ncanodeUrl, trustDirectory }: SignatureSettings,
  clock: Clock,
): SignatureVerifier | null {
  const rsa = trustDirectory === undefined ? null : rsaVerifier(readTrust(trustDirectory));
  const ncanode = ncanodeUrl === undefined ? null : ncanodeVerifier(ncanodeClient(ncanodeUrl, clock));
  const real = rsa && ncanode ? firstThen(rsa, ncanode) : (rsa ?? ncanode);
  return demo ? withDemo(real) : real;
}

/** What the first does not know — GOST, or whether it was revoked — the second is asked. */
const firstThen = (rsa: SignatureVerifier, ncanode: SignatureVerifier): SignatureVerifier => ({
  async verify(cms, challenge, at) {
    const first = await rsa.verify(cms, challenge, at);
    if (first.ok && first.value.revocation === 'good') return first;
    const isTheirs = first.ok || first.reasons.some(({ code }) => code === 'common.signature-unsupported');
    if (!isTheirs) return first;
    const second = await ncanode.verify(cms, challenge, at);
    const isAway = !second.ok && second.reasons.some(({ code }) => code === 'common.signature-unavailable');
    return isAway && first.ok ? first : second;
  },
});

const withDemo = (real: SignatureVerifier | null): SignatureVerifier => ({
  verify: (cms, challenge, at) =>
    real && !isDemoSignature(cms) ? real.verify(cms, challenge, at) : demoVerifier.verify(cms, challenge, at),
});
