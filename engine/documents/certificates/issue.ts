// Issues a certificate once, and takes one back. Called by a programme when what it certifies is done.
import { type Command, holds } from '../../kernel/actor.ts';
import { localDate } from '../../kernel/calendar.ts';
import { derivedId } from '../../kernel/ids.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import { change, create } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import { certificateIssued, certificateRevoked } from '../events.ts';
import { numberOf } from './number.ts';
import { type CertificateFact, certificates } from './store.ts';

export interface CertificateWish {
  /** `<programme>.<name>`. */
  readonly kind: string;
  /** Id of what is certified: there is one certificate of a kind for it. */
  readonly subject: string;
  readonly holder: { readonly id: string; readonly name: string };
  readonly facts: readonly CertificateFact[];
}

/** The id of the certificate, whether it was issued yet or not. */
export const certificateIdOf = (kind: string, subject: string): string =>
  derivedId(`certificate ${kind} ${subject}`);

/** @returns the certificate's id. A repeat, and another command for the same subject, change nothing */
export async function issueCertificate(
  ctx: StoreContext,
  command: Command,
  { kind, subject, holder, facts }: CertificateWish,
): Promise<string> {
  const id = certificateIdOf(kind, subject);
  const createdAt = ctx.clock.now();
  const issuedOn = localDate(createdAt);
  await create(ctx, certificates, id, command, {
    action: 'certificate issued',
    set: {
      ...{ number: numberOf(ctx.sealer, id, issuedOn), kind, issuedOn, createdAt, facts: [...facts] },
      ...{ holderId: holder.id, holderName: holder.name },
      ...{ state: 'issued' as const, revokedAt: null, reason: null },
    },
    events: [certificateIssued({ certificate: id })],
    // Not the number: it would open the certificate to whoever reads the audit.
    details: { kind, subject },
    result: id,
  });
  return id;
}

/** An operator takes a certificate back: its number then says so. @returns its id */
export function revokeCertificate(
  ctx: StoreContext,
  command: Command,
  id: string,
  reason: string,
): Promise<Result<string>> {
  return change(ctx, certificates, id, command, ({ state, holderId }) => {
    const { actor } = command;
    if (!holds(actor, 'operator', 'all') || actor.id === holderId) return refused('common.not-allowed');
    if (state === 'revoked') return refused('common.already-done');
    return ok({
      action: 'certificate revoked',
      set: { state: 'revoked' as const, revokedAt: ctx.clock.now(), reason },
      events: [certificateRevoked({ certificate: id })],
      result: id,
    });
  });
}
