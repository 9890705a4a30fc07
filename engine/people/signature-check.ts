// A signature whose revocation nobody could tell is asked about again: soon, then less often, for three days. Only an
// answer settles it; silence is taken for neither good nor revoked. Called on time by the room's timer.
import type { Command } from '../kernel/actor.ts';
import { systemActor } from '../kernel/actor.ts';
import { DAY, MINUTE } from '../kernel/clock.ts';
import { ok } from '../kernel/result.ts';
import type { SignatureVerifier } from '../signatures/port.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { setTimer } from '../store/timers.ts';
import { iinConfirmed, signatureFailed } from './events.ts';
import { confirmation } from './signature.ts';
import { type Person, people } from './store.ts';

export const CHECK_TIMER = 'people.check-signature';
const FIRST_PAUSE = 10 * MINUTE;
const PATIENCE = 3 * DAY;

/** @param attempt from 0; each waits twice as long as the one before */
export async function checkLater(
  ctx: StoreContext,
  person: string,
  cause: string,
  attempt = 0,
): Promise<void> {
  const dueAt = new Date(ctx.clock.now().getTime() + FIRST_PAUSE * 2 ** attempt);
  const key = `${CHECK_TIMER}/${cause}/${attempt}`;
  await setTimer(ctx, { key, kind: CHECK_TIMER, dueAt, data: { person, cause, attempt } });
}

export interface DueCheck {
  readonly person: string;
  readonly cause: string;
  readonly attempt: number;
}

/** What {@link checkLater} stored. */
export const dueCheckOf = ({ person, cause, attempt }: Readonly<Record<string, unknown>>): DueCheck => ({
  person: String(person),
  cause: String(cause),
  attempt: Number(attempt),
});

export async function checkAgain(
  ctx: StoreContext,
  verifier: SignatureVerifier | null,
  { person: id, cause, attempt }: DueCheck,
): Promise<void> {
  const person = await people.on(ctx.db).findById(id).lean();
  const check = person?.signatureCheck;
  if (!person || !check) return;
  const outcome = await outcomeOf(ctx, verifier, person, check);
  if (outcome === 'later') return checkLater(ctx, id, cause, attempt + 1);
  const command: Command = { id: `${CHECK_TIMER}/${cause}/${attempt}`, actor: systemActor };
  await change(ctx, people, id, command, (state) => {
    const isIt = state.signatureCheck?.sealedCms === check.sealedCms;
    const announced = outcome === null ? signatureFailed : iinConfirmed;
    return ok({
      action: outcome === null ? 'signature not confirmed' : 'iin confirmed by signature',
      set: isIt ? { signatureCheck: null, ...(outcome && { iinConfirmed: outcome }) } : {},
      events: isIt ? [announced({ person: id })] : [],
      result: null,
    });
  });
}

/** The confirmation; null where it is refused, or nobody could tell for too long. */
async function outcomeOf(
  ctx: StoreContext,
  verifier: SignatureVerifier | null,
  person: Person,
  { sealedCms, challenge, signedAt }: NonNullable<Person['signatureCheck']>,
): Promise<NonNullable<Person['iinConfirmed']> | null | 'later'> {
  const isOver = ctx.clock.now().getTime() - signedAt.getTime() > PATIENCE;
  const cms = Buffer.from(ctx.sealer.open(sealedCms), 'base64');
  const answer = verifier && (await verifier.verify(cms, Buffer.from(challenge), signedAt));
  const isAway =
    !answer?.ok && (answer?.reasons.some(({ code }) => code === 'common.signature-unavailable') ?? true);
  if (isAway || (answer?.ok && answer.value.revocation === 'unknown')) return isOver ? null : 'later';
  const isTheirs = answer?.ok && ctx.sealer.hash(answer.value.iin ?? '') === person.iinHash;
  return isTheirs ? confirmation(answer.value, ctx.clock.now()) : null;
}
