// Keyed hashes and sealed values for personal numbers: who holds SECRET_KEY can look a person up
// or read an account; the database alone tells neither.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { type Signer, signerOf } from './signing.ts';

export interface Sealer {
  /** A stable pseudonym of a value, for unique ids and for audit records. Hex, 64 characters. */
  hash(value: string): string;
  /** AES-256-GCM; a fresh nonce each time. */
  seal(value: string): string;
  /** @throws when the text was altered or sealed under another key */
  open(sealed: string): string;
  /** Signs the audit checkpoints. */
  readonly checkpoints: Signer;
}

export function sealerOf(secretKey: string): Sealer {
  const hashKey = derive(secretKey, 'keyed-hash');
  const sealKey = derive(secretKey, 'sealed-values');
  return {
    checkpoints: signerOf(secretKey, 'audit-checkpoints'),
    hash: (value) => createHmac('sha256', hashKey).update(value.normalize('NFC')).digest('hex'),
    seal: (value) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}

const derive = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'qadam', purpose, 32));
