// Personal number and payout account: entered on a secure form, kept sealed, one person per number.
import type { Command } from '../kernel/actor.ts';
import { ibanProblem, normalIban } from '../kernel/iban.ts';
import { iinProblem } from '../kernel/iin.ts';
import { ok, type Reason, type Result, refused, refusedFor } from '../kernel/result.ts';
import { change, isDuplicate } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { birthDateDoubt, doubtEvents } from './birth-date.ts';
import { identityGiven, iinConfirmed, signatureUnsettled } from './events.ts';
import { findLink, type Link, useLink } from './links.ts';
import { mergeBySignature, requestMerge } from './merge-request.ts';
import { openSecureForm } from './secure-forms.ts';
import { confirmedBySignature, type Signing } from './signature.ts';
import { type Person, people } from './store.ts';

/** @returns the secret of a one-time link to the identity form */
export const openIdentityForm = (ctx: StoreContext, person: string): Promise<string> =>
  openSecureForm(ctx, { kind: 'identity-form', person });

export interface Identity {
  readonly iin: string;
  readonly iban: string;
}

/** Codes are `common.iin-<problem>` and `common.iban-<problem>`; params give the length that was typed. */
export function identityProblems({ iin, iban }: Identity): readonly Reason[] {
  const wrongIban = ibanProblem(iban);
  const length = normalIban(iban).length;
  return [
    ...iinReasons(iin),
    ...(wrongIban ? [{ code: `common.iban-${wrongIban}`, params: { length } }] : []),
  ];
}

/** A number whose date does not read as a date is still a number: since 2013 nothing ties the two. */
export function iinReasons(iin: string): readonly Reason[] {
  const wrong = iinProblem(iin);
  return wrong && wrong !== 'date' ? [{ code: `common.iin-${wrong}`, params: { length: iin.length } }] : [];
}

/** Keeps what the form holds and uses the link up. Refused when another person registered the number. */
export async function provideIdentity(
  ctx: StoreContext,
  secret: string,
  identity: Identity,
  signing: Signing | null = null,
): Promise<Result<string>> {
  const problems = identityProblems(identity);
  if (problems.length > 0) return refusedFor(problems);
  const link = await findLink(ctx, secret);
  if (link?.kind !== 'identity-form') return refused('common.link-used');
  const personId = String(link.data.person);
  const command: Command = {
    id: `identity:${link._id}`,
    actor: { kind: 'person', id: personId, grants: [] },
  };
  const signed = signing ? await confirmedBySignature(ctx, link, identity.iin, signing) : ok({});
  if (!signed.ok) return signed;
  const first = await keepIdentity(ctx, command, personId, identity, signed.value);
  const kept = isTaken(first) ? await joinInstead(ctx, link, personId, identity, signed.value) : first;
  if (!kept.ok) return kept;
  await useLink(ctx, 'identity-form', secret, personId);
  // The link was good for one answer: whoever gave another one must not believe that it is kept.
  return kept.value === factsOf(ctx, identity) ? ok(personId) : refused('common.link-used');
}

/** The number is registered: who holds it is the same person if their signature, or they themselves, say so. */
async function joinInstead(
  ctx: StoreContext,
  link: Link,
  personId: string,
  identity: Identity,
  { iinConfirmed }: Signed,
): Promise<Result<string>> {
  const { iinHash, sealedIban, ibanTail } = keptOf(ctx, identity);
  if (!iinConfirmed) return requestMerge(ctx, link, personId, iinHash);
  const proven = { iinHash, sealedIban, ibanTail, iinConfirmed };
  const merged = await mergeBySignature(ctx, link, personId, proven);
  return merged.ok ? ok(factsOf(ctx, identity)) : merged;
}

export const isTaken = (kept: Result<unknown>): boolean =>
  !kept.ok && kept.reasons.some(({ code }) => code === 'common.iin-taken');

type Signed = Pick<Person, 'iinConfirmed' | 'signatureCheck'>;

const keptOf = (ctx: StoreContext, { iin, iban }: Identity) => ({
  iinHash: ctx.sealer.hash(iin),
  sealedIin: ctx.sealer.seal(iin),
  sealedIban: ctx.sealer.seal(normalIban(iban)),
  ibanTail: normalIban(iban).slice(-4),
});

const factsOf = (ctx: StoreContext, { iin, iban }: Identity): string =>
  ctx.sealer.hash(`${iin}/${normalIban(iban)}`);

async function keepIdentity(
  ctx: StoreContext,
  command: Command,
  personId: string,
  identity: Identity,
  signed: Signed,
) {
  const fields = keptOf(ctx, identity);
  try {
    return await change(ctx, people, personId, command, (person) => {
      if (person.merged) return refused('common.link-used');
      if (person.iinHash !== null && person.iinHash !== fields.iinHash) return refused('common.iin-fixed');
      // Told with the number, not again with each new account.
      const isNew = person.iinHash === null;
      const doubt = isNew ? birthDateDoubt(identity.iin, person.birthDate, ctx.clock.now()) : 'none';
      return ok({
        action: 'identity given',
        set: {
          ...fields,
          ...signed,
        },
        events: [
          identityGiven({ person: personId, doubt }),
          ...doubtEvents(personId, doubt),
          ...(signed.iinConfirmed ? [iinConfirmed({ person: personId })] : []),
          ...(signed.signatureCheck ? [signatureUnsettled({ person: personId })] : []),
        ],
        result: factsOf(ctx, identity),
        details: {
          iin: fields.iinHash,
          iban: ctx.sealer.hash(normalIban(identity.iban)),
          certificate: signed.iinConfirmed?.serial ?? null,
        },
      });
    });
  } catch (error) {
    if (isDuplicate(error)) return refused('common.iin-taken');
    throw error;
  }
}
