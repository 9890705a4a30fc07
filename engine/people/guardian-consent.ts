// A legal representative's consent as it is given on the secure form: who they are, then the consent, once.
import type { Command } from '../kernel/actor.ts';
import { localDate } from '../kernel/calendar.ts';
import { birthDateOf } from '../kernel/iin.ts';
import { ok, type Reason, type Result, refused, refusedFor } from '../kernel/result.ts';
import { change, isDuplicate } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { ADULT_AGE, ageOn } from './age.ts';
import { consentFrom, liveConsent } from './consents.ts';
import { consentGiven, guardianConsented } from './events.ts';
import { wishesOf } from './guardians.ts';
import { iinReasons, isTaken } from './identity.ts';
import { findLink, type Link, useLink } from './links.ts';
import { requestMerge } from './merge-request.ts';
import { provesBeside } from './phone-code.ts';
import { type GuardianProof, type Person, people, type Relation, relations } from './store.ts';

export interface GivenByGuardian {
  readonly iin: string;
  /** The box on the form was ticked. */
  readonly agreed: boolean;
}

/** Whether a proof of the representative suffices for a purpose: a setting of its programme. */
export type Suffices = (purpose: string, proof: GuardianProof) => boolean;

/** @returns the minor's id */
export async function giveGuardianConsent(
  ctx: StoreContext,
  secret: string,
  given: GivenByGuardian,
  suffices: Suffices = () => true,
): Promise<Result<string>> {
  const problems = problemsOf(ctx, given);
  if (problems.length > 0) return refusedFor(problems);
  const link = await findLink(ctx, secret);
  if (link?.kind !== 'guardian-form') return refused('common.link-used');
  const { guardian, minor, relation } = partiesOf(link);
  const record = await people.on(ctx.db).findById(minor).lean();
  if (!record || guardian === minor) return refused('common.link-used');
  if (record.iinHash === ctx.sealer.hash(given.iin)) return refused('guardian.minors-iin');
  const by = (what: string): Command => ({
    id: `${what}:${link._id}`,
    actor: { kind: 'person', id: guardian, grants: [] },
  });
  const known = await keepIin(ctx, by('guardian-iin'), guardian, given.iin);
  if (isTaken(known)) return requestMerge(ctx, link, guardian, ctx.sealer.hash(given.iin));
  if (!known.ok) return known;
  const proof = proofOf(ctx, await people.on(ctx.db).findById(guardian).lean(), record);
  const unproven = wishesOf(record, ctx.clock.now()).some(({ purpose }) => !suffices(purpose, proof));
  if (unproven) return refused('guardian.proof-missing');
  const consented = await consent(ctx, by('guardian-consent'), minor, { person: guardian, relation }, proof);
  if (consented.ok) await useLink(ctx, 'guardian-form', secret, guardian);
  return consented;
}

/** The strongest way in which a representative is known now. */
export function proofOf(ctx: StoreContext, guardian: Person | null, minor: Person | null): GuardianProof {
  if (guardian?.iinConfirmed) return 'signature';
  return provesBeside(ctx, guardian, minor) ? 'code' : 'account';
}

/** Who consents for whom, as the form's link says. */
export function partiesOf({ data }: Pick<Link, 'data'>) {
  const relation = relations.find((each) => each === data.relation) ?? 'guardian';
  return { guardian: String(data.person), minor: String(data.minor), relation };
}

function problemsOf(ctx: StoreContext, { iin, agreed }: GivenByGuardian): readonly Reason[] {
  const wrong = iinReasons(iin);
  const born = wrong.length === 0 ? birthDateOf(iin) : null;
  const isYoung = born !== null && ageOn(born, localDate(ctx.clock.now())) < ADULT_AGE;
  return [
    ...wrong,
    ...(isYoung ? [{ code: 'guardian.too-young' }] : []),
    ...(agreed ? [] : [{ code: 'guardian.not-agreed' }]),
  ];
}

async function keepIin(
  ctx: StoreContext,
  command: Command,
  guardian: string,
  iin: string,
): Promise<Result<string>> {
  const iinHash = ctx.sealer.hash(iin);
  try {
    return await change(ctx, people, guardian, command, (person) => {
      if (person.merged) return refused('common.link-used');
      if (person.iinHash !== null && person.iinHash !== iinHash) return refused('common.iin-fixed');
      const set = { iinHash, sealedIin: ctx.sealer.seal(iin) };
      return ok({ action: 'identity given', set, result: guardian, details: { iin: iinHash } });
    });
  } catch (error) {
    if (isDuplicate(error)) return refused('common.iin-taken');
    throw error;
  }
}

function consent(
  ctx: StoreContext,
  command: Command,
  minor: string,
  guardian: { readonly person: string; readonly relation: Relation },
  proof: GuardianProof,
): Promise<Result<string>> {
  return change(ctx, people, minor, command, (person) => {
    const now = ctx.clock.now();
    const asked = wishesOf(person, now).filter((each) => !isGuarded(person, each.purpose, now));
    if (asked.length === 0) return refused('guardian.nothing-asked');
    const given = asked.map(({ purpose, textVersion, until, thirdParties }) =>
      consentFrom(now, {
        ...{ person: minor, givenBy: guardian.person, asGuardian: true },
        ...{ purpose, textVersion, until, thirdParties, proof },
      }),
    );
    return ok({
      action: 'guardian consented',
      set: { consents: [...person.consents, ...given], guardian: { ...guardian, since: now } },
      events: [
        ...given.map(({ purpose }) => consentGiven({ person: minor, purpose })),
        guardianConsented({ person: minor, guardian: guardian.person }),
      ],
      result: minor,
      details: { ...guardian, proof, purposes: given.map((each) => each.purpose) },
    });
  });
}

const isGuarded = (person: Person, purpose: string, now: Date): boolean =>
  liveConsent(person, purpose, now)?.asGuardian === true;
