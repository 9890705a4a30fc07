// From a signer's certificate up to a trusted authority: every link signed, in date, and allowed to sign the next.
// Called by rsa-cms.ts. Revocation is asked in revocation.ts.
import type { Certificate } from 'pkijs';
import type { SignatureProblem } from './port.ts';

const LONGEST = 5;
const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
/** Critical extensions that are looked at, here or in subject.ts; any other makes a certificate unusable. */
const KNOWN = new Set([
  BASIC_CONSTRAINTS,
  KEY_USAGE,
  '2.5.29.37',
  '2.5.29.32',
  '2.5.29.14',
  '2.5.29.35',
  '2.5.29.17',
]);

/** Bits of KeyUsage, from the first. */
const NON_REPUDIATION = 1;
const CERTIFICATE_SIGNING = 5;

/** @returns the path from the signer to the anchor, or why there is none */
export async function chainOf(
  signer: Certificate,
  others: readonly Certificate[],
  anchors: readonly Certificate[],
  at: Date,
): Promise<readonly Certificate[] | SignatureProblem> {
  if (!isInDate(signer, at)) return 'out-of-date';
  if (hasUnknownCritical(signer)) return 'unsupported';
  if (!mayUse(signer, NON_REPUDIATION)) return 'not-for-signing';
  const path = [signer];
  for (let last = signer; path.length <= LONGEST; ) {
    const anchor = await issuerAmong(anchors, last, path.length - 1, at);
    if (anchor) return [...path, anchor];
    const next = await issuerAmong(others, last, path.length - 1, at);
    if (!next || path.includes(next)) return 'untrusted';
    path.push(next);
    last = next;
  }
  return 'untrusted';
}

/** @param below how many authorities stand between the issuer and the signer */
async function issuerAmong(
  candidates: readonly Certificate[],
  issued: Certificate,
  below: number,
  at: Date,
): Promise<Certificate | null> {
  for (const each of candidates) {
    const isIssuer = each.subject.isEqual(issued.issuer) && isInDate(each, at) && isAuthority(each, below);
    if (isIssuer && (await isSignedBy(issued, each))) return each;
  }
  return null;
}

async function isSignedBy(issued: Certificate, issuer: Certificate): Promise<boolean> {
  try {
    return await issued.verify(issuer);
  } catch {
    return false;
  }
}

const isInDate = ({ notBefore, notAfter }: Certificate, at: Date): boolean =>
  notBefore.value <= at && at <= notAfter.value;

function isAuthority(certificate: Certificate, below: number): boolean {
  const constraints = extension(certificate, BASIC_CONSTRAINTS) as
    | { readonly cA?: boolean; readonly pathLenConstraint?: number }
    | undefined;
  if (constraints?.cA !== true || hasUnknownCritical(certificate)) return false;
  const { pathLenConstraint: most } = constraints;
  return (typeof most !== 'number' || below <= most) && mayUse(certificate, CERTIFICATE_SIGNING);
}

/** A certificate that names no uses at all may not be used for this one either. */
function mayUse(certificate: Certificate, bit: number): boolean {
  const usage = extension(certificate, KEY_USAGE) as
    | { readonly valueBlock?: { readonly valueHexView?: Uint8Array } }
    | undefined;
  const byte = usage?.valueBlock?.valueHexView?.[0] ?? 0;
  return (byte & (0x80 >> bit)) !== 0;
}

const extension = (certificate: Certificate, id: string): unknown =>
  certificate.extensions?.find((each) => each.extnID === id)?.parsedValue;

const hasUnknownCritical = ({ extensions = [] }: Certificate): boolean =>
  extensions.some((each) => each.critical && !KNOWN.has(each.extnID));
