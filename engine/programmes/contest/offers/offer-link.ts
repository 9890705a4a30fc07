// The link of an offer: it opens the student's chat at the offer. Nothing about the student stands in it, and nobody makes one
// without our key; the first who agrees has it, and it opens for nobody else.
import type { EngineContext } from '../../context.ts';

const PREFIX = 'offer_';
const PROOF = 24;

const proofOf = ({ sealer }: Pick<EngineContext, 'sealer'>, id: string): string =>
  sealer.hash(`contest offer ${id}`).slice(0, PROOF);

/** What stands behind `?start=`. */
export const offerPayload = (ctx: EngineContext, id: string): string => `${PREFIX}${id}_${proofOf(ctx, id)}`;

/** The offer of such a payload; null for any other link. */
export function offerInLink(ctx: EngineContext, payload: string): string | null {
  if (!payload.startsWith(PREFIX)) return null;
  const [id = '', proof = ''] = payload.slice(PREFIX.length).split('_');
  return proof === proofOf(ctx, id) ? id : null;
}
