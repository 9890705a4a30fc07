// One-time links: an invitation of staff, a secure form, a second device. Only the secret's hash is stored.
import { createHash } from 'node:crypto';
import { trusted } from 'mongoose';
import Type, { type Static } from 'typebox';
import { newSecret } from '../kernel/ids.ts';
import type { StoreContext } from '../store/context.ts';
import { collection, Instant, Json } from '../store/model.ts';

const linkShape = Type.Object({
  _id: Type.String(),
  kind: Type.Union([Type.Literal('staff'), Type.Literal('identity-form')]),
  data: Type.Record(Type.String(), Json),
  createdBy: Type.String(),
  createdAt: Instant,
  expiresAt: Instant,
  usedBy: Type.Union([Type.Null(), Type.String()]),
});
export type Link = Static<typeof linkShape>;
export type LinkKind = Link['kind'];

const links = collection('links', linkShape, [{ fields: { expiresAt: 1 } }]);

const idOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export interface NewLink {
  readonly kind: LinkKind;
  readonly data: Readonly<Record<string, unknown>>;
  readonly createdBy: string;
  /** Milliseconds. */
  readonly validFor: number;
}

/** @returns the secret: shown once, fits a Telegram start payload */
export async function createLink(ctx: StoreContext, link: NewLink): Promise<string> {
  const secret = newSecret();
  const createdAt = ctx.clock.now();
  const expiresAt = new Date(createdAt.getTime() + link.validFor);
  const { kind, data, createdBy } = link;
  const document = {
    _id: idOf(secret),
    kind,
    data: { ...data },
    createdBy,
    createdAt,
    expiresAt,
    usedBy: null,
  };
  await links.on(ctx.db).collection.insertOne(links.check(document) as never);
  return secret;
}

/** The link behind a secret, as long as it is valid and nobody used it. */
export async function findLink(ctx: StoreContext, secret: string): Promise<Link | null> {
  const expiresAt = trusted({ $gt: ctx.clock.now() });
  return links
    .on(ctx.db)
    .findOne({ _id: idOf(secret), usedBy: null, expiresAt } as never)
    .lean();
}

/** Uses a link up. Once only: for the same user it is the same use, for another it is gone. */
export async function useLink(ctx: StoreContext, secret: string, user: string): Promise<Link | null> {
  const free = {
    _id: idOf(secret),
    expiresAt: trusted({ $gt: ctx.clock.now() }),
    usedBy: trusted({ $in: [null, user] }),
  };
  return links
    .on(ctx.db)
    .findOneAndUpdate(free as never, { $set: { usedBy: user } }, { returnDocument: 'after' })
    .lean();
}
