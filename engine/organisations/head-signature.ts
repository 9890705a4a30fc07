// The head of an organisation confirms its application by electronic signature: the certificate must name this BIN and the
// role of its first head. Nobody has to; whoever decides on the accreditation sees whether it was done.
import type { Command } from '../kernel/actor.ts';
import { ok, type Refused, type Result, refused } from '../kernel/result.ts';
import { findLink, type Link, useLink } from '../people/links.ts';
import { challengeWith, type Signing } from '../people/signature.ts';
import { people } from '../people/store.ts';
import type { SignatureFacts } from '../signatures/port.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { organisationOf } from './accreditation.ts';
import { headConfirmed } from './events.ts';
import { organisations } from './store.ts';

export const binOfLink = ({ data }: Pick<Link, 'data'>): string => String(data.organisation);

/** The text that the head signs. */
export function headChallengeOf(ctx: StoreContext, link: Pick<Link, '_id' | 'data'>): string {
  const bin = binOfLink(link);
  const kk = `БСН ${bin} ұйымының өтінішін оның бірінші басшысы ретінде растаймын.`;
  const ru = `Подтверждаю заявку организации с БИН ${bin} как её первый руководитель.`;
  const en = `I confirm the application of the organisation with BIN ${bin} as its head.`;
  return challengeWith(ctx, link, `${kk} · ${ru} · ${en}`);
}

/** Notes the signature on the organisation and uses the link up. @returns the organisation's id */
export async function confirmAsHead(
  ctx: StoreContext,
  secret: string,
  { cms, verifier }: Signing,
): Promise<Result<string>> {
  const link = await findLink(ctx, secret);
  if (link?.kind !== 'organisation-signature') return refused('common.link-used');
  const [person, bin] = [String(link.data.person), binOfLink(link)];
  if ((await organisationOf(ctx, bin)).headId !== person) return refused('common.not-allowed');
  const at = ctx.clock.now();
  const signature = await verifier.verify(cms, Buffer.from(headChallengeOf(ctx, link)), at);
  if (!signature.ok) return signature;
  const unfit = await unfitReason(ctx, signature.value, person, bin);
  if (unfit) return unfit;
  const { serial } = signature.value;
  const actor = { kind: 'person', id: person, grants: [] } as const;
  const command: Command = { id: `head-signature:${link._id}`, actor };
  const noted = await change(ctx, organisations, bin, command, ({ headId }) => {
    if (headId !== person) return refused('common.not-allowed');
    return ok({
      action: 'confirmed by its head',
      set: { headSignature: { serial, at } },
      events: [headConfirmed({ organisation: bin })],
      result: bin,
      details: { certificate: serial },
    });
  });
  if (noted.ok) await useLink(ctx, 'organisation-signature', secret, person);
  return noted;
}

/** What keeps a valid signature from being the head's. A revocation that nobody can tell now is no confirmation. */
async function unfitReason(
  ctx: StoreContext,
  { iin, bin, isHead, revocation }: SignatureFacts,
  person: string,
  organisation: string,
): Promise<Refused | null> {
  if (bin !== organisation) return refused('common.signature-other-bin', { bin: organisation });
  if (!isHead) return refused('common.signature-not-head');
  const known = await people.on(ctx.db).findById(person, { iinHash: 1 }).lean();
  const isTheirs = iin !== null && (!known?.iinHash || known.iinHash === ctx.sealer.hash(iin));
  if (!isTheirs) return refused('common.signature-not-yours');
  return revocation === 'good' ? null : refused('common.signature-unavailable');
}
