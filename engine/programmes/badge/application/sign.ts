// The agreement on voluntary participation is signed by the participant, and under 18 by their legal representative from
// their own account (§3.1, §3.3). Each signature says how it was proven.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { isMinor } from '../../../people/age.ts';
import { provesBeside } from '../../../people/phone-code.ts';
import { people } from '../../../people/store.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { refuseWithoutConsent } from '../consent.ts';
import { isHeadOf, isMentorOf } from '../rights.ts';
import { type Participation, participations } from '../store.ts';
import { agreementSigned, guardianSigned } from './events.ts';
import type { Proof, Signed } from './shapes.ts';

/** Before the operator's decision, and until the mentor's activation. */
const mayBeSigned = ({ state }: Pick<Participation, 'state'>): boolean =>
  state === 'applied' || state === 'accepted';

/** @returns the participation's id */
export function signAgreement(
  ctx: EngineContext,
  command: Command,
  id: string,
  how: Proof = 'account',
): Promise<Result<string>> {
  return change(ctx, participations, id, command, (current) => {
    if (command.actor.id !== current.person) return refused('common.not-allowed');
    const blocked = unsignable(current, current.agreement.participant, how);
    if (blocked) return blocked;
    const participant = signedBy(ctx, current.person, how);
    return ok({
      action: 'agreement signed',
      set: { agreement: { ...current.agreement, participant } },
      events: [agreementSigned({ participation: id, person: current.person })],
      result: id,
      details: { how, textVersion: current.agreement.textVersion },
    });
  });
}

/** The legal representative signs, once they have consented to the processing of the ward's data. */
export async function signAsGuardian(
  ctx: EngineContext,
  command: Command,
  id: string,
  way: Proof = 'account',
): Promise<Result<string>> {
  const { person } = await participationOf(ctx, id);
  const how = way === 'account' && (await isProvenBeside(ctx, command.actor.id, person)) ? 'code' : way;
  const blocked = (await refuseNoGuardian(ctx, command, person)) ?? (await refuseWithoutConsent(ctx, person));
  if (blocked) return blocked;
  return change(ctx, participations, id, command, (current) => {
    const unfit = unsignable(current, current.agreement.guardian, how);
    if (unfit) return unfit;
    const guardian = signedBy(ctx, command.actor.id, how);
    return ok({
      action: 'agreement signed by the guardian',
      set: { agreement: { ...current.agreement, guardian } },
      events: [guardianSigned({ participation: id, person })],
      result: id,
      details: { how, textVersion: current.agreement.textVersion },
    });
  });
}

/** The centre has seen the representative and their papers: head or mentor vouch for the signature. */
export async function confirmGuardian(
  ctx: EngineContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  const { person } = await participationOf(ctx, id);
  const blocked = await refuseWithoutConsent(ctx, person);
  if (blocked) return blocked;
  return change(ctx, participations, id, command, (current) => {
    const { actor } = command;
    const { guardian } = current.agreement;
    const mayVouch =
      (isHeadOf(actor, current) || isMentorOf(actor, current)) && actor.id !== guardian?.person;
    if (!mayVouch) return refused('common.not-allowed');
    if (!guardian) return refused('badge.guardian-signature-missing');
    if (!mayBeSigned(current)) return refused('badge.signature-too-late');
    if (guardian.how !== 'account') return refused('common.already-done');
    const confirmed: Signed = { ...guardian, how: 'centre', confirmedBy: actor.id };
    return ok({
      action: 'guardian confirmed by the centre',
      set: { agreement: { ...current.agreement, guardian: confirmed } },
      events: [guardianSigned({ participation: id, person })],
      result: id,
      details: { how: 'centre' },
    });
  });
}

const isProvenBeside = async (ctx: EngineContext, guardian: string, minor: string): Promise<boolean> =>
  provesBeside(
    ctx,
    await people.on(ctx.db).findById(guardian).lean(),
    await people.on(ctx.db).findById(minor).lean(),
  );

/** A telephone was proven: agreements that its holder has signed from their account alone are proven by it. */
export async function proveByCode(ctx: EngineContext, guardian: string, cause: string): Promise<void> {
  const signed = await participations
    .on(ctx.db)
    .find({ 'agreement.guardian.person': guardian }, { agreement: 1 })
    .lean();
  const actor = { kind: 'person', id: guardian, grants: [] } as const;
  for (const { _id, agreement } of signed)
    if (agreement.guardian?.how === 'account')
      await signAsGuardian(ctx, { id: `event/${cause}/${_id}`, actor }, _id);
}

const signedBy = (ctx: EngineContext, person: string, how: Proof): Signed => ({
  ...{ person, how },
  at: ctx.clock.now(),
  confirmedBy: null,
});

/** A weaker proof never takes the place of a stronger one. */
function unsignable(current: Participation, signed: Signed | null, how: Proof): Refused | null {
  if (!mayBeSigned(current)) return refused('badge.signature-too-late');
  return signed && (how === 'account' || signed.how === how) ? refused('badge.signed-already') : null;
}

async function refuseNoGuardian(
  ctx: EngineContext,
  { actor }: Command,
  minorId: string,
): Promise<Refused | null> {
  const minor = await people.on(ctx.db).findById(minorId, { guardian: 1, birthDate: 1 }).lean();
  const isTheirs = minor?.guardian?.person === actor.id && actor.id !== minorId;
  if (!minor || !isTheirs) return refused('common.not-allowed');
  return isMinor(minor, ctx.clock.now()) ? null : refused('badge.grown-up');
}
