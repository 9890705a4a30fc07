// Papers of an organisation that applies for accreditation: sent on a secure form by its head, seen by whoever decides.
import { type Actor, type Command, holds } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { adoptMedia, loadMedia, type StagedFile } from '../media/store.ts';
import { findLink, useLink } from '../people/links.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { mayAccredit, organisationOf } from './accreditation.ts';
import { documentsGiven } from './events.ts';
import { organisationSeenBy } from './register.ts';
import { organisations } from './store.ts';

/** Of one organisation. */
const MOST_DOCUMENTS = 10;

/**
 * Takes staged documents, all or nothing, and uses the link up; refused, they are the caller's to discard.
 * @returns the organisation's id
 */
export async function giveDocuments(
  ctx: StoreContext,
  secret: string,
  files: readonly StagedFile[],
): Promise<Result<string>> {
  const link = await findLink(ctx, secret);
  if (link?.kind !== 'documents-form') return refused('common.link-used');
  const [person, bin] = [String(link.data.person), String(link.data.organisation)];
  const { headId, documents: before = [] } = await organisationOf(ctx, bin);
  if (headId !== person) return refused('common.not-allowed');
  if (files.length === 0) return refused('common.no-files');
  if (before.length + files.length > MOST_DOCUMENTS)
    return refused('common.too-many-files', { most: MOST_DOCUMENTS });
  const command: Command = {
    id: `documents:${link._id}`,
    actor: { kind: 'person', id: person, grants: [] },
  };
  const at = ctx.clock.now();
  const kept = files.map(({ id: media, name, mime, size }) => ({ media, name, mime, size, at }));
  for (const each of files) await adoptMedia(ctx, person, each);
  const given = await change(ctx, organisations, bin, command, (organisation) =>
    ok({
      action: 'documents given',
      set: { documents: [...(organisation.documents ?? []), ...kept] },
      events: [documentsGiven({ organisation: bin, count: kept.length })],
      result: bin,
      details: { media: kept.map((each) => each.media) },
    }),
  );
  if (given.ok) await useLink(ctx, 'documents-form', secret, person);
  return given;
}

/**
 * A document with its bytes, for whoever decides on the accreditation, and for operators.
 * @throws AppError `forbidden`, or `not-found` for what the actor may not know of
 */
export async function documentSeenBy(ctx: StoreContext, actor: Actor, bin: string, media: string) {
  const organisation = await organisationSeenBy(ctx, actor, bin);
  if (!holds(actor, 'operator', 'all') && !mayAccredit(actor, organisation))
    throw new AppError('forbidden', `reads no documents of ${bin}`);
  const document = organisation.documents?.find((each) => each.media === media);
  const kept = document && (await loadMedia(ctx, document.media));
  if (!document || !kept) throw new AppError('not-found', `no document ${media} of ${bin}`);
  return { ...document, bytes: kept.bytes };
}
