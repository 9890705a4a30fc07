// What the credit programme does when a person uses the rights over their data, or a consent runs out.
import { trusted } from 'mongoose';
import { systemActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import type { EngineContext } from '../context.ts';
import type { PersonalPart } from '../programme.ts';
import { CONSENT_PURPOSE, consenting } from './consent.ts';
import { documentsOf, erasing } from './erasure.ts';
import { recordOf } from './record.ts';
import { activeCreditStates, openInterviewStates } from './states.ts';
import { students } from './store.ts';
import { endWithoutConsent } from './use-cases/end-without-consent.ts';

export const personal: PersonalPart = {
  purposes: [CONSENT_PURPOSE],
  consentProofs: (rules, on) => rules.parameter('credit', 'guardianProofs', on) as readonly string[],
  async consentEnded(ctx, personId, cause) {
    // Given anew before this was carried out: what was begun since then stands on that consent.
    if ((await consenting(ctx, [personId])).has(personId)) return;
    await end(ctx, personId, cause);
  },
  documents: documentsOf,
  record: recordOf,
  async hasRecords(ctx, personId) {
    const begun = { $or: [{ 'interviews.0': EXISTS }, { 'credits.0': EXISTS }] };
    return (await students.on(ctx.db).exists({ _id: personId, ...begun } as never)) !== null;
  },
  erasing,
};

const EXISTS = trusted({ $exists: true });

const end = (ctx: EngineContext, personId: string, cause: string) =>
  endWithoutConsent(ctx, { id: `${cause}/consent-ended`, actor: systemActor }, personId);

const AT_ONCE = 200;

/** Ends what runs without a live consent: its term is over, or it was withdrawn in the very moment of a booking. */
export async function endUnconsented(ctx: EngineContext): Promise<void> {
  const runs = {
    $or: [
      { 'interviews.state': trusted({ $in: openInterviewStates }) },
      { 'credits.state': trusted({ $in: activeCreditStates }) },
    ],
  };
  const running = (await students.on(ctx.db).distinct('_id', runs as never)) as unknown as string[];
  for (let from = 0; from < running.length; from += AT_ONCE) {
    const some = running.slice(from, from + AT_ONCE);
    const live = await consenting(ctx, some);
    for (const id of some) if (!live.has(id)) await end(ctx, id, `unconsented/${newId()}`);
  }
}
