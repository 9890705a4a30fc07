// A person confirms their IIN by electronic signature: a text made for one form's link is signed, and the certificate's
// IIN must be the one that was typed. The link is good once, so is the text. What nobody could say about a revocation
// yet is asked again later, see signature-check.ts.
import { ok, type Result, refused } from '../kernel/result.ts';
import type { SignatureFacts, SignatureVerifier } from '../signatures/port.ts';
import type { StoreContext } from '../store/context.ts';
import type { Link } from './links.ts';
import type { Person } from './store.ts';

/** A text to sign, good for one link. @param words what is confirmed, in all languages: it is a document, not a page */
export const challengeWith = (ctx: StoreContext, link: Pick<Link, '_id'>, words: string): string =>
  ['Qadam', words, ctx.sealer.hash(`signature challenge ${link._id}`), ''].join('\n');

const OWN_IIN =
  'Осы қолтаңбамен ЖСН-імді растаймын. · Этой подписью подтверждаю свой ИИН. · By this signature I confirm my IIN.';

export const challengeOf = (ctx: StoreContext, link: Pick<Link, '_id'>): string =>
  challengeWith(ctx, link, OWN_IIN);

export interface Signing {
  readonly cms: Uint8Array;
  readonly verifier: SignatureVerifier;
}

/** @returns what the person's record says of it then */
export async function confirmedBySignature(
  ctx: StoreContext,
  link: Pick<Link, '_id'>,
  iin: string,
  { cms, verifier }: Signing,
): Promise<Result<Pick<Person, 'iinConfirmed' | 'signatureCheck'>>> {
  const challenge = challengeOf(ctx, link);
  const now = ctx.clock.now();
  const signature = await verifier.verify(cms, Buffer.from(challenge), now);
  if (!signature.ok) return signature;
  if (signature.value.iin !== iin) return refused('common.signature-other-iin');
  if (signature.value.revocation === 'good')
    return ok({ iinConfirmed: confirmation(signature.value, now), signatureCheck: null });
  const sealedCms = ctx.sealer.seal(Buffer.from(cms).toString('base64'));
  return ok({ signatureCheck: { sealedCms, challenge, signedAt: now } });
}

export const confirmation = ({ serial }: SignatureFacts, at: Date): NonNullable<Person['iinConfirmed']> => ({
  by: 'signature',
  serial,
  at,
});
