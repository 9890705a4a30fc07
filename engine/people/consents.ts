// Consent to data processing as a record of its own: who gave it for whom, what for, by which text, until when, who else
// sees the data. Withdrawn or past its term it is kept as proof, and allows nothing. Default deny is the asker's part.
import type { Command } from '../kernel/actor.ts';
import { ok, type Refused, type Result, refused } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { isMinor } from './age.ts';
import { consentGiven, consentWithdrawn } from './events.ts';
import { type GuardianProof, type Person, people } from './store.ts';

export type Consent = Person['consents'][number];

export interface NewConsent {
  /** Whose data it is about. */
  readonly person: string;
  /** Who says it: the person, or a guardian for them. Whether a guardian may is checked by whoever calls. */
  readonly givenBy: string;
  /** A programme's word for what the data is processed for, e.g. `credit`. */
  readonly purpose: string;
  readonly textVersion: string;
  readonly until: Date;
  readonly thirdParties: readonly string[];
  /** Given as the legal representative of a minor. */
  readonly asGuardian?: boolean;
  readonly proof?: GuardianProof;
}

/** The consent as it is kept, given now. */
export const consentFrom = (
  now: Date,
  { givenBy, purpose, textVersion, until, thirdParties, asGuardian, proof }: NewConsent,
): Consent => ({
  purpose,
  textVersion,
  givenAt: now,
  until,
  thirdParties: [...thirdParties],
  withdrawnAt: null,
  givenBy,
  withdrawnBy: null,
  ...(asGuardian && { asGuardian }),
  ...(proof && { proof }),
});

/** Who gave a consent: the person themselves where nobody else is named. */
export const giverOf = (person: Pick<Person, '_id'>, consent: Consent): string =>
  consent.givenBy ?? person._id;

const isLive = (consent: Consent, now: Date): boolean => consent.withdrawnAt === null && consent.until > now;

/** A consent after its withdrawal; one that is over already stays as it is. */
export const withdrawn = (consent: Consent, now: Date, by: string): Consent =>
  isLive(consent, now) ? { ...consent, withdrawnAt: now, withdrawnBy: by } : consent;

/**
 * The newest consent that allows processing for a purpose now: given, not withdrawn, not past its term. For a minor only
 * a guardian's counts; their own waits for their 18th birthday.
 */
export function liveConsent(
  person: Pick<Person, 'consents' | 'birthDate'> | null,
  purpose: string,
  now: Date,
): Consent | null {
  if (!person) return null;
  const needsGuardian = isMinor(person, now);
  const allows = (each: Consent): boolean =>
    each.purpose === purpose && isLive(each, now) && (!needsGuardian || each.asGuardian === true);
  return person.consents.findLast(allows) ?? null;
}

/** Gives a consent; an earlier one stays beside it as it is. @returns the person's id */
export function giveConsent(
  ctx: StoreContext,
  command: Command,
  consent: NewConsent,
): Promise<Result<string>> {
  if (command.actor.id !== consent.givenBy) return Promise.resolve(refused('common.not-allowed'));
  return change(ctx, people, consent.person, command, (person) => {
    if (person.merged) return refused('common.just-merged');
    const now = ctx.clock.now();
    const { purpose, textVersion, givenBy, until } = consent;
    return ok({
      action: 'consent given',
      set: { consents: [...person.consents, consentFrom(now, consent)] },
      events: [consentGiven({ person: person._id, purpose })],
      result: person._id,
      details: { purpose, textVersion, givenBy, until: until.toISOString() },
    });
  });
}

export interface Withdrawal {
  readonly person: string;
  readonly purpose: string;
  /** Why, where somebody else does it; a code, for the audit record. */
  readonly ground?: string;
}

/**
 * Withdraws every live consent of a person for a purpose. What ends with it, each programme does on the event.
 * Whether the actor may is checked by whoever calls, unless it is the person. @returns the person's id
 */
export function withdrawConsent(
  ctx: StoreContext,
  command: Command,
  { person: personId, purpose, ground = 'own-wish' }: Withdrawal,
): Promise<Result<string>> {
  return change(ctx, people, personId, command, (person) => {
    const now = ctx.clock.now();
    const isMeant = (each: Consent): boolean => each.purpose === purpose && isLive(each, now);
    if (!person.consents.some(isMeant)) return noConsent();
    return ok({
      action: 'consent withdrawn',
      set: {
        consents: person.consents.map((each) =>
          isMeant(each) ? withdrawn(each, now, command.actor.id) : each,
        ),
      },
      events: [consentWithdrawn({ person: personId, purpose })],
      result: personId,
      details: { purpose, ground },
    });
  });
}

const noConsent = (): Refused => refused('common.no-live-consent');
