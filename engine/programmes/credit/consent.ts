// Without a live consent the credit programme processes nobody: what would go on is refused, what runs is ended.
// What was earned before — a payout that was ordered, a re-credit that was requested — is carried out all the same.
import { trusted } from 'mongoose';
import { DAY } from '../../kernel/clock.ts';
import { type Refused, refused } from '../../kernel/result.ts';
import { bornOnOrBefore } from '../../people/age.ts';
import { liveConsent, type NewConsent } from '../../people/consents.ts';
import { people } from '../../people/store.ts';
import type { EngineContext } from '../context.ts';

export const CONSENT_PURPOSE = 'credit';
/** Which text the person agreed to; a new text is a new version and is asked for again. */
export const CONSENT_TEXT = '2026-11-30';
const CONSENT_YEARS = 5;

/** What a student consents to: everything but for whom and by whom. */
export const consentTerms = (now: Date, universityId: string): Omit<NewConsent, 'person' | 'givenBy'> => ({
  purpose: CONSENT_PURPOSE,
  textVersion: CONSENT_TEXT,
  until: new Date(now.getTime() + CONSENT_YEARS * 365 * DAY),
  thirdParties: ['host-organisation', `university:${universityId}`, 'financial-centre'],
});

/** Which of these persons have consented, now. */
export async function consenting(ctx: EngineContext, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await people
    .on(ctx.db)
    .find({ _id: trusted({ $in: [...new Set(ids)] }) } as never, { consents: 1, birthDate: 1 })
    .lean();
  const now = ctx.clock.now();
  return new Set(found.filter((each) => liveConsent(each, CONSENT_PURPOSE, now)).map((each) => each._id));
}

/** For the student's own steps: a refusal without their live consent. */
export async function refuseUnconsented(ctx: EngineContext, studentId: string): Promise<Refused | null> {
  return (await consenting(ctx, [studentId])).has(studentId) ? null : refused('credit.no-consent');
}

/** For steps of the staff: a refusal where the student's consent is not live. */
export async function refuseWithoutConsent(ctx: EngineContext, studentId: string): Promise<Refused | null> {
  const isLive = (await consenting(ctx, [studentId])).has(studentId);
  return isLive ? null : refused('credit.student-without-consent');
}

/** Filter of persons whose consent is live: of a minor, the one that a guardian gave. */
export function withLiveConsent(now: Date) {
  const live = { purpose: CONSENT_PURPOSE, withdrawnAt: null, until: { $gt: now } };
  const grownUp = trusted({ $lte: bornOnOrBefore(now) });
  return {
    $or: [
      { consents: trusted({ $elemMatch: { ...live, asGuardian: true } }) },
      { consents: trusted({ $elemMatch: live }), $or: [{ birthDate: null }, { birthDate: grownUp }] },
    ],
  };
}
