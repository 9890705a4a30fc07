// What the rules say of an application: the facts of it, and a "no" in words that the person reads.
import { ok, type Reason, type Result, refusedFor } from '../../../kernel/result.ts';
import { ageOn } from '../../../people/age.ts';
import type { Person } from '../../../people/store.ts';
import { type DecisionReceipt, decision, type Facts, textOf } from '../../../rules/rule-book.ts';
import type { EngineContext } from '../../context.ts';
import type { Participation } from '../store.ts';
import { missingFields } from './personal-page.ts';
import { signaturesOf } from './proofs.ts';

/** The age is that of the day of application; whoever has come of age since needs nobody beside them. */
export function applicationFacts(ctx: EngineContext, person: Person, participation: Participation): Facts {
  const signed = signaturesOf(ctx.rules, participation, person, ctx.clock.now());
  return {
    age: ageOn(person.birthDate ?? participation.startedOn, participation.startedOn),
    'badge.profileComplete': missingFields(participation.page).length === 0,
    'badge.agreementSigned': signed.participant,
    'badge.guardianSigned': signed.guardian,
  };
}

/** @returns the receipt; the explained reasons otherwise */
export async function applicationVerdict(
  ctx: EngineContext,
  person: Person,
  participation: Participation,
): Promise<Result<DecisionReceipt>> {
  const facts = applicationFacts(ctx, person, participation);
  const evaluation = await ctx.rules.evaluate('badge.application', participation.startedOn, facts);
  if (evaluation.outcome === 'met') return ok(decision(evaluation, facts));
  return refusedFor(evaluation.reasons.map(explained));
}

function explained(reason: Reason): Reason {
  const { key, params } = textOf(reason);
  return { code: reason.code, key, params };
}
