// Without a live consent the contest processes nobody: for a minor it is the legal representative's.
import { DAY } from '../../kernel/clock.ts';
import { type Refused, refused } from '../../kernel/result.ts';
import { liveConsent, type NewConsent } from '../../people/consents.ts';
import { people } from '../../people/store.ts';
import type { EngineContext } from '../context.ts';

export const CONSENT_PURPOSE = 'contest';
/** Which text the person agreed to; a new text is a new version and is asked for again. */
export const CONSENT_TEXT = '2026-11-30';
const CONSENT_YEARS = 3;

/** What a nominee consents to: everything but for whom and by whom. */
export const consentTerms = (now: Date): Omit<NewConsent, 'person' | 'givenBy'> => ({
  purpose: CONSENT_PURPOSE,
  textVersion: CONSENT_TEXT,
  until: new Date(now.getTime() + CONSENT_YEARS * 365 * DAY),
  thirdParties: ['college', 'education-department', 'holding'],
});

export async function hasConsent(ctx: EngineContext, personId: string): Promise<boolean> {
  const person = await people.on(ctx.db).findById(personId, { consents: 1, birthDate: 1 }).lean();
  return liveConsent(person, CONSENT_PURPOSE, ctx.clock.now()) !== null;
}

/** For the nominee's own steps. */
export const refuseUnconsented = async (ctx: EngineContext, personId: string): Promise<Refused | null> =>
  (await hasConsent(ctx, personId)) ? null : refused('contest.no-consent');

/** For steps of the staff. */
export const refuseWithoutConsent = async (ctx: EngineContext, personId: string): Promise<Refused | null> =>
  (await hasConsent(ctx, personId)) ? null : refused('contest.nominee-without-consent');
