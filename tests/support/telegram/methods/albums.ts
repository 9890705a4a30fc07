// sendMediaGroup: two to ten pictures, videos, documents or tracks as one album.
import type { Message } from 'grammy/types';
import { badRequest } from '../failure.ts';
import type { StoredFile } from '../file-store.ts';
import { caption, type SentText } from '../formatted-text.ts';
import { mediaContent } from '../media-content.ts';
import { Params } from '../params.ts';
import { isRecord } from '../request-body.ts';
import { referredFile } from './incoming-file.ts';
import { captionContent } from './media.ts';
import { type Method, type MethodContext, SEND_PARAMS } from './method.ts';
import { countRates, post } from './sending.ts';
import { target } from './target.ts';

const KINDS = ['photo', 'video', 'document', 'audio'] as const;
const UNMIXED = new Set(['document', 'audio']);

interface AlbumItem {
  readonly file: StoredFile;
  readonly words: SentText | undefined;
}

async function sendMediaGroup(context: MethodContext): Promise<Message[]> {
  const media = context.params.list('media');
  if (!media || media.length === 0) throw badRequest('there are no messages to send');
  if (media.length < 2 || media.length > 10) {
    throw badRequest(`wrong number of items in the media group: 2-10 expected, ${media.length} given`);
  }
  const items: AlbumItem[] = [];
  for (const raw of media) items.push(await readItem(context, raw));
  const kinds = new Set(items.map((item) => item.file.kind));
  if (kinds.size > 1 && [...kinds].some((kind) => UNMIXED.has(kind))) {
    throw badRequest("document and audio can't be mixed with other media types");
  }
  const conversation = target(context);
  countRates(context, conversation, items.length);
  const group = `${context.bot.id}${context.world.now().getTime()}${items[0]?.file.id.split('-')[2] ?? ''}`;
  return items.map(({ file, words }) => {
    const content = { ...mediaContent(file), ...captionContent(words), media_group_id: group };
    return post(context, conversation, { content, source: words?.source });
  });
}

async function readItem(context: MethodContext, raw: unknown): Promise<AlbumItem> {
  if (!isRecord(raw)) throw badRequest("can't parse InputMedia: expected an Object");
  const kind = KINDS.find((known) => known === raw.type);
  if (!kind) throw badRequest(`can't parse InputMedia: type must be one of ${KINDS.join(', ')}`);
  const file = await referredFile(context, kind, typeof raw.media === 'string' ? raw.media : undefined);
  return { file, words: caption(new Params({ fields: raw, uploads: new Map() })) };
}

export const albumMethods: Readonly<Record<string, Method>> = {
  sendMediaGroup: {
    params: [...SEND_PARAMS.filter((name) => name !== 'reply_markup'), 'media'],
    run: sendMediaGroup,
  },
};
