// Verifies signatures by NCANode: GOST certificates, and revocation asked of the authority itself (OCSP).
// NCANode does not compare an attached text with ours, calls a CMS without signers valid, and tells "nobody could say"
// from "revoked" only by what it leaves out: all three are seen to here.
import { ok, type Refused, type Result } from '../kernel/result.ts';
import { type AnsweredCertificate, isExtracted, isVerified, type Verified } from './ncanode-answers.ts';
import type { Ask } from './ncanode-client.ts';
import { LARGEST_CMS, type SignatureFacts, type SignatureProblem, type SignatureVerifier } from './port.ts';
import { noSignature } from './refusal.ts';

/** NCANode's words: a key for signing, and the first head of an organisation. */
const SIGNING = 'SIGN';
const HEAD = 'CEO';

export const ncanodeVerifier = (ask: Ask): SignatureVerifier => ({
  async verify(cms, challenge, at): Promise<Result<SignatureFacts>> {
    if (cms.byteLength === 0 || cms.byteLength > LARGEST_CMS) return noSignature('unreadable');
    const sent = { cms: base64(cms), data: base64(challenge) };
    const refusal = await otherText(ask, sent);
    if (refusal) return refusal;
    const checked = await verified(ask, sent, ['OCSP']);
    if (!('valid' in checked)) return checked;
    const certificate = onlyCertificate(checked);
    if (!certificate) return noSignature('unreadable');
    const problem = problemOf(certificate, at);
    if (problem) return noSignature(problem);
    if (checked.valid && certificate.valid && certificate.revocations?.length)
      return ok({ ...factsOf(certificate), revocation: 'good' });
    return withoutRevocation(ask, sent, certificate);
  },
});

interface SentCms {
  readonly cms: string;
  readonly data: string;
}

function problemOf(certificate: AnsweredCertificate, at: Date): SignatureProblem | null {
  if (certificate.revocations?.some((each) => each.revoked)) return 'revoked';
  if (!isInDate(certificate, at)) return 'out-of-date';
  return certificate.keyUsage === SIGNING ? null : 'not-for-signing';
}

/** An attached text must be the very one that was asked for; NCANode itself says what it reads. */
async function otherText(ask: Ask, { cms, data }: SentCms): Promise<Refused | null> {
  const answered = await ask('/cms/extract', { cms });
  if (answered.kind === 'unavailable') return noSignature('unavailable');
  // Nothing inside: NCANode then takes the text that is sent along.
  if (answered.kind === 'rejected') return null;
  if (!isExtracted.Check(answered.body)) return noSignature('unavailable');
  return answered.body.data.replace(/\s/g, '') === data ? null : noSignature('altered');
}

async function verified(
  ask: Ask,
  sent: SentCms,
  revocationCheck: readonly string[],
): Promise<Verified | Refused> {
  const answered = await ask('/cms/verify', { ...sent, revocationCheck });
  if (answered.kind === 'rejected') return noSignature('unreadable');
  const isReadable = answered.kind === 'answer' && isVerified.Check(answered.body);
  return isReadable ? (answered.body as Verified) : noSignature('unavailable');
}

/** All was not well. Asked again without revocation: if that is well, only the revocation is unknown. */
async function withoutRevocation(
  ask: Ask,
  sent: SentCms,
  certificate: AnsweredCertificate,
): Promise<Result<SignatureFacts>> {
  const checked = await verified(ask, sent, []);
  if (!('valid' in checked)) return checked;
  const again = onlyCertificate(checked);
  if (!again || again.serialNumber !== certificate.serialNumber) return noSignature('unreadable');
  if (checked.valid && again.valid) return ok({ ...factsOf(again), revocation: 'unknown' });
  return noSignature(again.valid ? 'altered' : 'untrusted');
}

/** Exactly one signer with exactly one certificate. */
function onlyCertificate({ signers }: Verified): AnsweredCertificate | null {
  const certificates = signers.flatMap((each) => each.certificates);
  return signers.length === 1 && certificates.length === 1 ? (certificates[0] ?? null) : null;
}

const isInDate = ({ notBefore, notAfter }: AnsweredCertificate, at: Date): boolean =>
  new Date(notBefore) <= at && at <= new Date(notAfter);

const factsOf = (certificate: AnsweredCertificate): Omit<SignatureFacts, 'revocation'> => ({
  name: certificate.subject.commonName ?? '',
  iin: twelveDigits(certificate.subject.iin),
  bin: twelveDigits(certificate.subject.bin),
  isHead: certificate.keyUser?.includes(HEAD) ?? false,
  serial: certificate.serialNumber,
  validFrom: new Date(certificate.notBefore),
  validTo: new Date(certificate.notAfter),
});

const twelveDigits = (value: string | undefined): string | null =>
  value !== undefined && /^\d{12}$/.test(value) ? value : null;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
