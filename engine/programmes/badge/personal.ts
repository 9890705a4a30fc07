// What the badge programme does when a person uses the rights over their data, or a consent runs out.
import type { EngineContext } from '../context.ts';
import type { PersonalPart } from '../programme.ts';
import { awardDocuments, eraseAwards } from './award/personal.ts';
import { participationsOf } from './cases.ts';
import { CONSENT_PURPOSE, hasConsent } from './consent.ts';
import { eraseParticipations } from './erasure.ts';
import { eraseJournal } from './journal/erasure.ts';
import { journalDocuments, journalItems } from './journal/record.ts';
import { recordOf } from './record.ts';
import { withdrawAll } from './withdraw.ts';

export const personal: PersonalPart = {
  purposes: [CONSENT_PURPOSE],
  async consentEnded(ctx, personId, cause) {
    if (await hasConsent(ctx, personId)) return;
    await withdrawAll(ctx, personId, cause);
  },
  documents: documentsOf,
  record: recordOf,
  hasRecords: async (ctx, personId) => (await documentsOf(ctx, personId)).length > 0,
  erasing: {
    waitsFor: async () => [],
    end: (ctx, personId) => withdrawAll(ctx, personId, `erase/${personId}`),
    items: async (ctx, personId) => [
      ...(await participationsOf(ctx, personId)).map(({ _id }) => _id),
      ...(await journalItems(ctx, personId)),
    ],
    /** A badge is given once: what was awarded counts on. */
    counts: async (ctx, personId) =>
      (await participationsOf(ctx, personId)).some(({ state }) => state === 'awarded'),
    async erase(ctx, personId) {
      await eraseAwards(ctx, personId);
      await eraseJournal(ctx, personId);
      await eraseParticipations(ctx, personId);
    },
  },
};

async function documentsOf(ctx: EngineContext, personId: string): Promise<readonly string[]> {
  const own = (await participationsOf(ctx, personId)).map(({ _id }) => `badge_participations/${_id}`);
  return [...own, ...(await awardDocuments(ctx, personId)), ...(await journalDocuments(ctx, personId))];
}
