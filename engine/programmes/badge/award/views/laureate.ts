// What a person holds and awaits: badges with certificate and ceremony, nominations with their interview.
import { ownCertificate } from '../../../../documents/certificates/see.ts';
import type { EngineContext } from '../../../context.ts';
import { certificateOf } from '../certificate.ts';
import { type Award, awards } from '../store.ts';

/** What a badge gives priority in, as the law and the programme have it (§4.3). */
export const privileges = ['education-grant', 'state-order', 'local-grants', 'mobility', 'other'] as const;

export interface OwnAward {
  readonly award: Award;
  /** Id of a certificate that can be downloaded. */
  readonly certificate: string | null;
}

/** Oldest first. */
export async function ownAwards(ctx: EngineContext, person: string): Promise<readonly OwnAward[]> {
  const found = (await awards.on(ctx.db).find({ person }).sort({ nominatedAt: 1 }).lean()) as Award[];
  return Promise.all(
    found.map(async (award) => {
      const id = certificateOf(award._id);
      const isIssued = award.state === 'awarded' && (await ownCertificate(ctx, person, id)) !== null;
      return { award, certificate: isIssued ? id : null };
    }),
  );
}
