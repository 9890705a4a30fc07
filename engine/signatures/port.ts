// What the product needs of an electronic signature: whether a CMS signs exactly this text, and whose it is.
// One implementation per way of checking; compose.ts puts them together. Nothing here is logged or kept.
import type { Result } from '../kernel/result.ts';

export interface SignatureFacts {
  readonly name: string;
  readonly iin: string | null;
  /** Of the organisation for which the certificate was issued. */
  readonly bin: string | null;
  /** The certificate says that its holder is the first head of that organisation. */
  readonly isHead: boolean;
  /** Of the certificate, in hexadecimal. */
  readonly serial: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** `unknown`: nobody could say now. It is asked again later and taken for neither. Revoked is a refusal. */
  readonly revocation: 'good' | 'unknown';
}

/** Bytes of a CMS that is looked at at all: a signature with its chain has some five thousand. */
export const LARGEST_CMS = 64 * 1024;

/** Reasons of a refusal, as `common.signature-<problem>`. */
export const signatureProblems = [
  'unreadable',
  'altered',
  'untrusted',
  'out-of-date',
  'not-for-signing',
  'revoked',
  'unsupported',
  'unavailable',
] as const;
export type SignatureProblem = (typeof signatureProblems)[number];

export interface SignatureVerifier {
  /**
   * @param challenge the text that must have been signed, attached or apart
   * @param at when the signature reached us: certificates must be valid then
   */
  verify(cms: Uint8Array, challenge: Uint8Array, at: Date): Promise<Result<SignatureFacts>>;
}
