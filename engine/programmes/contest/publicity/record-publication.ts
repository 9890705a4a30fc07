// Somebody records that something was published: with its address, or with a picture of it. The same address counts once
// in an edition, whoever records it.
import type { Command } from '../../../kernel/actor.ts';
import { type LocalDate, localDate } from '../../../kernel/calendar.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { media } from '../../../media/store.ts';
import { create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { refuseBefore } from '../editions/deadlines.ts';
import { keptEdition } from '../editions/edition.ts';
import { refusedAs } from '../reason.ts';
import { winnerStates } from '../states.ts';
import { type Edition, nominations } from '../store.ts';
import { publicationRecorded } from './events.ts';
import { publishedAt } from './link.ts';
import { mayPublishFor, regionOfPublisher } from './publisher.ts';
import { type Channel, publications, type Subject } from './store.ts';

export interface NewPublication {
  readonly edition: string;
  readonly publisher: string;
  readonly subject: Subject;
  readonly channel: Channel;
  readonly title: string;
  /** As it was typed or copied. */
  readonly link: string | null;
  readonly pictures: readonly string[];
  readonly place: string | null;
  readonly publishedOn: LocalDate;
  readonly nomination: string | null;
}

/** @returns the publication's id */
export async function recordPublication(
  ctx: EngineContext,
  command: Command,
  given: NewPublication,
): Promise<Result<string>> {
  const { actor } = command;
  if (!mayPublishFor(actor, given.publisher)) return refused('common.not-allowed');
  const edition = await keptEdition(ctx, given.edition);
  const link = given.link === null ? null : publishedAt(given.link);
  const wrong =
    refuseBefore(edition, 'announced', ctx.clock.now()) ??
    unproven(given, link) ??
    wrongDay(edition, given.publishedOn, localDate(ctx.clock.now())) ??
    (await strangePictures(ctx, actor.id, given.pictures)) ??
    (await noWinner(ctx, given));
  if (wrong) return wrong;
  const id = publicationIdOf(given);
  const { publisher, subject, channel, title, place, publishedOn, nomination } = given;
  const made = await create(ctx, publications, id, command, {
    action: 'publication recorded',
    set: {
      ...{ edition: edition._id, publisher, region: await regionOfPublisher(ctx, publisher) },
      ...{ subject, channel, title, link, pictures: [...given.pictures], place, publishedOn, nomination },
      ...{ recordedBy: actor.id, recordedAt: ctx.clock.now(), withdrawn: null },
    },
    events: [publicationRecorded({ publication: id, edition: edition._id })],
    result: id,
    details: { subject, channel, publisher },
  });
  return made.created ? ok(made.result) : refusedAs('publication-known');
}

/** The same address, or the same pictures of one publisher, are the same publication of an edition. */
export function publicationIdOf({
  edition,
  publisher,
  link: typed,
  pictures,
}: Pick<NewPublication, 'edition' | 'publisher' | 'link' | 'pictures'>): string {
  const link = typed === null ? null : publishedAt(typed);
  const proof = link ?? [...pictures].sort().join(' ');
  return derivedId(`publication ${edition} ${link === null ? publisher : ''} ${proof}`);
}

/** A banner shows its place and itself; whatever is on the web has an address; a stand has a picture. */
function unproven(
  { channel, pictures, place, link: typed }: NewPublication,
  link: string | null,
): Refused | null {
  if (typed !== null && link === null) return refusedAs('publication-link');
  if (channel === 'banner' && (place === null || pictures.length === 0)) return refusedAs('banner-unproven');
  return link === null && pictures.length === 0 ? refusedAs('publication-unproven') : null;
}

function wrongDay({ calendar, year }: Edition, day: LocalDate, today: LocalDate): Refused | null {
  if (day > today) return refusedAs('publication-ahead');
  return day < calendar.announced ? refusedAs('publication-before', { day: calendar.announced, year }) : null;
}

/** Only pictures that the actor has sent themselves. */
async function strangePictures(
  ctx: EngineContext,
  owner: string,
  ids: readonly string[],
): Promise<Refused | null> {
  for (const id of ids)
    if (!(await media.on(ctx.db).exists({ _id: id, owner, kind: 'photo' })))
      return refusedAs('publication-picture');
  return null;
}

async function noWinner(
  ctx: EngineContext,
  { nomination: id, edition }: NewPublication,
): Promise<Refused | null> {
  if (id === null) return null;
  const found = await nominations.on(ctx.db).findById(id, { state: 1, edition: 1 }).lean();
  const isWinner = found?.edition === edition && winnerStates.includes(found.state);
  return isWinner ? null : refusedAs('no-winner');
}
