// What the lists of revoked certificates at hand say about one: only a list of its own issuer that is in date can say
// "good". Without one nobody knows; a list that has grown old still tells of what was revoked.
import type { Certificate, CertificateRevocationList } from 'pkijs';

export async function revocationOf(
  certificate: Certificate,
  issuer: Certificate,
  crls: readonly CertificateRevocationList[],
  at: Date,
): Promise<'good' | 'revoked' | 'unknown'> {
  let answer: 'good' | 'unknown' = 'unknown';
  for (const crl of crls) {
    if (!crl.issuer.isEqual(issuer.subject) || !(await isSignedBy(crl, issuer))) continue;
    if (crl.isCertificateRevoked(certificate)) return 'revoked';
    if (isInDate(crl, at)) answer = 'good';
  }
  return answer;
}

/** A list made after the signature knows all the more of what was revoked before it. */
const isInDate = ({ nextUpdate }: CertificateRevocationList, at: Date): boolean =>
  nextUpdate !== undefined && at <= nextUpdate.value;

async function isSignedBy(crl: CertificateRevocationList, issuer: Certificate): Promise<boolean> {
  try {
    return await crl.verify({ issuerCertificate: issuer });
  } catch {
    return false;
  }
}
