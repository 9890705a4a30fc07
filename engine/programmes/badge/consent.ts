// Without a live consent the badge programme processes nobody: what would go on is refused, what runs is ended.
import { DAY } from '../../kernel/clock.ts';
import { type Refused, refused } from '../../kernel/result.ts';
import { liveConsent, type NewConsent } from '../../people/consents.ts';
import { people } from '../../people/store.ts';
import type { StoreContext } from '../../store/context.ts';

export const CONSENT_PURPOSE = 'badge';
/** Which text the person agreed to; a new text is a new version and is asked for again. */
export const CONSENT_TEXT = '2026-11-30';
const CONSENT_YEARS = 5;

/** What a participant consents to: everything but for whom and by whom. */
export const consentTerms = (now: Date): Omit<NewConsent, 'person' | 'givenBy'> => ({
  purpose: CONSENT_PURPOSE,
  textVersion: CONSENT_TEXT,
  until: new Date(now.getTime() + CONSENT_YEARS * 365 * DAY),
  thirdParties: ['badge-centre', 'badge-mentor', 'badge-commission'],
});

export async function hasConsent(ctx: StoreContext, personId: string): Promise<boolean> {
  const person = await people.on(ctx.db).findById(personId, { consents: 1, birthDate: 1 }).lean();
  return liveConsent(person, CONSENT_PURPOSE, ctx.clock.now()) !== null;
}

/** For steps of the staff: a refusal where the participant's consent is not live. */
export const refuseWithoutConsent = async (ctx: StoreContext, personId: string): Promise<Refused | null> =>
  (await hasConsent(ctx, personId)) ? null : refused('badge.participant-without-consent');
