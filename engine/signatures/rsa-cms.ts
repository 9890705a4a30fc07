// Verifies RSA signatures (CMS, attached or apart, PKCS#1 v1.5 or PSS) in this process, by pkijs over Node's webcrypto.
// Knows the trusted authorities from files; talks to nobody. GOST is `unsupported` here: NCANode's matter.
import { Certificate, ContentInfo, type SignedAndUnsignedAttributes, SignedData } from 'pkijs';
import { ok, type Result } from '../kernel/result.ts';
import { chainOf } from './chain.ts';
import { LARGEST_CMS, type SignatureFacts, type SignatureProblem, type SignatureVerifier } from './port.ts';
import { noSignature } from './refusal.ts';
import { revocationOf } from './revocation.ts';
import { subjectOf } from './subject.ts';
import type { Trust } from './trust.ts';

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
/** SHA-256, SHA-384, SHA-512. */
const DIGESTS = new Set(['2.16.840.1.101.3.4.2.1', '2.16.840.1.101.3.4.2.2', '2.16.840.1.101.3.4.2.3']);
/** rsaEncryption, RSASSA-PSS, and RSA with one of those digests. */
const RSA = new Set(['1', '10', '11', '12', '13'].map((last) => `1.2.840.113549.1.1.${last}`));
const LEAST_KEY_BYTES = 256;

export const rsaVerifier = ({ anchors, crls }: Trust): SignatureVerifier => ({
  async verify(cms, challenge, at): Promise<Result<SignatureFacts>> {
    const signed = parsed(cms);
    if (!signed) return noSignature('unreadable');
    const shape = shapeProblem(signed, challenge);
    if (shape) return noSignature(shape);
    const signer = await signerOf(signed, challenge);
    if (!signer) return noSignature('altered');
    const chain = await chainOf(signer, certificatesOf(signed), anchors, at);
    if (typeof chain === 'string') return noSignature(chain);
    if (chain.some(hasShortKey)) return noSignature('unsupported');
    const states = await Promise.all(
      chain.slice(0, -1).map((each, index) => revocationOf(each, chain[index + 1] ?? each, crls, at)),
    );
    if (states.includes('revoked')) return noSignature('revoked');
    return ok({ ...factsOf(signer), revocation: states[0] === 'good' ? 'good' : 'unknown' });
  },
});

function parsed(cms: Uint8Array): SignedData | null {
  if (cms.byteLength === 0 || cms.byteLength > LARGEST_CMS) return null;
  try {
    const content = ContentInfo.fromBER(new Uint8Array(cms).buffer);
    return content.contentType === SIGNED_DATA ? new SignedData({ schema: content.content }) : null;
  } catch {
    return null;
  }
}

/** Exactly one signer, of this very text, by algorithms that are strong enough. */
function shapeProblem(signed: SignedData, challenge: Uint8Array): SignatureProblem | null {
  const [info, ...more] = signed.signerInfos;
  if (!info || more.length > 0 || signed.encapContentInfo.eContentType !== DATA) return 'unreadable';
  const { algorithmId } = info.signatureAlgorithm;
  if (!RSA.has(algorithmId) || !DIGESTS.has(info.digestAlgorithm.algorithmId)) return 'unsupported';
  if (!hasOneOfEach(info.signedAttrs, [CONTENT_TYPE, MESSAGE_DIGEST])) return 'unreadable';
  const { eContent } = signed.encapContentInfo;
  if (!eContent) return null;
  return Buffer.from(eContent.getValue()).equals(challenge) ? null : 'altered';
}

const hasOneOfEach = (
  attributes: SignedAndUnsignedAttributes | undefined,
  types: readonly string[],
): boolean => types.every((type) => attributes?.attributes.filter((each) => each.type === type).length === 1);

/** The certificate whose key made the signature; null when none did. */
async function signerOf(signed: SignedData, challenge: Uint8Array): Promise<Certificate | null> {
  try {
    const data = new Uint8Array(challenge).buffer;
    const answer = await signed.verify({ signer: 0, data, checkChain: false, extendedMode: true });
    return answer.signatureVerified === true ? (answer.signerCertificate ?? null) : null;
  } catch {
    return null;
  }
}

const certificatesOf = ({ certificates = [] }: SignedData): readonly Certificate[] =>
  certificates.filter((each): each is Certificate => each instanceof Certificate);

/** 2,048 bits at least, whatever the certificate says of itself. */
function hasShortKey({ subjectPublicKeyInfo: { parsedKey } }: Certificate): boolean {
  if (!parsedKey || !('modulus' in parsedKey)) return true;
  const { valueHexView } = parsedKey.modulus.valueBlock;
  return valueHexView.length - (valueHexView[0] === 0 ? 1 : 0) < LEAST_KEY_BYTES;
}

const factsOf = (certificate: Certificate): Omit<SignatureFacts, 'revocation'> => ({
  ...subjectOf(certificate),
  serial: Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString('hex'),
  validFrom: certificate.notBefore.value,
  validTo: certificate.notAfter.value,
});
