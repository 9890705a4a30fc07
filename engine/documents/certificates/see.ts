// Who sees what of certificates: everyone what a number that they know stands for, holders their own, operators all.
import { type Actor, holds } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import type { StoreContext } from '../../store/context.ts';
import { type Page, type PageRequest, pageOf } from '../../store/page.ts';
import { readNumber } from './number.ts';
import { type Certificate, certificates } from './store.ts';

/** What a number stands for; null for one that was never given. */
export async function certificateByNumber(ctx: StoreContext, typed: string): Promise<Certificate | null> {
  const number = readNumber(typed);
  return number === null ? null : certificates.on(ctx.db).findOne({ number }).lean();
}

/** A certificate that its holder may download; null for anybody else's, and for one that says nothing any more. */
export async function ownCertificate(
  ctx: StoreContext,
  holderId: string,
  id: string,
): Promise<Certificate | null> {
  const found = await certificates.on(ctx.db).findById(id).lean();
  return found?.holderId === holderId && found.state === 'issued' && found.holderName !== null ? found : null;
}

/** Of these ids, those of certificates that were issued and can be downloaded. */
export async function issuedAmong(
  ctx: StoreContext,
  holderId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await Promise.all(ids.map((id) => ownCertificate(ctx, holderId, id)));
  return new Set(found.flatMap((each) => each?._id ?? []));
}

export interface CertificateSearch {
  readonly kind?: string;
  readonly state?: Certificate['state'];
  readonly holderId?: string;
}

/** Newest first. @throws AppError `forbidden` for anyone but an operator */
export function certificatesSeenBy(
  ctx: StoreContext,
  actor: Actor,
  search: CertificateSearch,
  page: PageRequest,
): Promise<Page<Certificate>> {
  refuseOthers(actor);
  return pageOf(
    ctx,
    certificates,
    { ...search },
    { by: 'createdAt', of: 'instant', newestFirst: true },
    page,
  );
}

/** @throws AppError `forbidden` for anyone but an operator, `not-found` */
export async function certificateSeenBy(ctx: StoreContext, actor: Actor, id: string): Promise<Certificate> {
  refuseOthers(actor);
  const found = await certificates.on(ctx.db).findById(id).lean();
  if (!found) throw new AppError('not-found', `certificate ${id} does not exist`);
  return found;
}

function refuseOthers(actor: Actor): void {
  if (!holds(actor, 'operator', 'all')) throw new AppError('forbidden', 'certificates are for operators');
}
