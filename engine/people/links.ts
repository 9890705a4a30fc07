// One-time links: an invitation of staff, a secure form, a second device. Only the secret's hash is stored.
import { createHash } from 'node:crypto';
import { trusted } from 'mongoose';
import Type, { type Static } from 'typebox';
import { newSecret } from '../kernel/ids.ts';
import type { StoreContext } from '../store/context.ts';
import { textIndex } from '../store/indexes.ts';
import { collection, Instant, Json, oneOf } from '../store/model.ts';

/** What a link is for; each kind belongs to one use-case. */
export const linkKinds = [
  'staff',
  'commission',
  'guardian',
  'mini-app',
  'identity-form',
  'guardian-form',
  'documents-form',
  'organisation-signature',
  'paper-signature',
  'record-form',
  'certificate-form',
  'document-form',
  'outside-form',
] as const;
export type LinkKind = (typeof linkKinds)[number];

const linkShape = Type.Object({
  _id: Type.String(),
  kind: oneOf(linkKinds),
  data: Type.Record(Type.String(), Json),
  createdBy: Type.String(),
  createdAt: Instant,
  expiresAt: Instant,
  usedBy: Type.Union([Type.Null(), Type.String()]),
});
export type Link = Static<typeof linkShape>;

const links = collection('links', linkShape, [
  { fields: { expiresAt: 1 } },
  { fields: { createdBy: 1 } },
  textIndex('data.person'),
  textIndex('usedBy'),
]);

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

/** The link behind a secret, as long as it is valid and nobody used it; nobody but `user`, where one is named. */
export async function findLink(
  ctx: StoreContext,
  secret: string,
  user: string | null = null,
): Promise<Link | null> {
  return links
    .on(ctx.db)
    .findOne(free(ctx, secret, user) as never)
    .lean();
}

/** Uses a link of this kind up. Once only: for the same user it is the same use, for another it is gone. */
export async function useLink(
  ctx: StoreContext,
  kind: LinkKind,
  secret: string,
  user: string,
): Promise<Link | null> {
  return links
    .on(ctx.db)
    .findOneAndUpdate(
      { ...free(ctx, secret, user), kind } as never,
      { $set: { usedBy: user } },
      { returnDocument: 'after' },
    )
    .lean();
}

const free = (ctx: StoreContext, secret: string, user: string | null) => ({
  _id: idOf(secret),
  expiresAt: trusted({ $gt: ctx.clock.now() }),
  usedBy: user === null ? null : trusted({ $in: [null, user] }),
});

/** How many links of a kind were made by or for a person since an instant. */
export const linksMadeSince = (
  ctx: StoreContext,
  kind: LinkKind,
  person: string,
  since: Date,
): Promise<number> =>
  links
    .on(ctx.db)
    .countDocuments({ kind, 'data.person': person, createdAt: trusted({ $gt: since }) } as never);

/** Links that a person made, that lead to something of theirs, or that they opened. Secrets are not kept. */
export async function linksAbout(ctx: StoreContext, person: string, chats: readonly string[] = []) {
  const used = { usedBy: { $in: [person, ...chats] } };
  const theirs = { $or: [{ createdBy: `person:${person}` }, { 'data.person': person }, used] };
  const found = await links
    .on(ctx.db)
    .collection.find(theirs as never)
    .sort({ createdAt: 1 })
    .toArray();
  return (found as unknown as Link[]).map(({ _id: id, kind, createdBy, createdAt, expiresAt, usedBy }) => ({
    ...{ id, kind, createdBy, createdAt, expiresAt },
    used: usedBy !== null,
  }));
}

/** Deletes a person's links, and takes them out of those that they opened. */
export async function eraseLinks(ctx: StoreContext, person: string, chats: readonly string[]): Promise<void> {
  const { collection: native } = links.on(ctx.db);
  await native.deleteMany({ $or: [{ createdBy: `person:${person}` }, { 'data.person': person }] });
  await native.updateMany({ usedBy: { $in: [person, ...chats] } }, { $set: { usedBy: 'erased' } });
}
