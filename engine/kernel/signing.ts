// Signatures that anyone can check: made with a key that follows from SECRET_KEY, checked with its public half alone.
// Used for the audit checkpoints, so that who holds the database but not the key cannot write them anew.
import { createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';

export interface Signer {
  /** Ed25519, SPKI in DER, base64. */
  readonly publicKey: string;
  /** @returns the signature over the text's UTF-8 bytes, base64 */
  sign(text: string): string;
}

/** What DER puts before the 32 bytes of an Ed25519 seed (PKCS #8, RFC 8410). */
const SEED_HEADER = Buffer.from('302e020100300506032b657004220420', 'hex');

export function signerOf(secretKey: string, purpose: string): Signer {
  const seed = Buffer.from(hkdfSync('sha256', secretKey, 'qadam', `signature ${purpose}`, 32));
  const key = createPrivateKey({ key: Buffer.concat([SEED_HEADER, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
  return { publicKey, sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64') };
}

/** @returns false also for a key or a signature that is none */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
