// Files as Bot API calls: one by one or as albums. What Telegram refuses as a photo goes as a document, and what it
// refuses altogether is left out, so that a card is never held up by its pictures. Used by outgoing.ts.
import type { RenderedMedia } from '../../dialogue/port.ts';
import { isRecord } from './bot-api.ts';
import { type Call, type Payload, Upload } from './calls.ts';
import { isContentRefused, NoAnswer } from './failures.ts';

const ALBUM_LIMIT = 10;
const PHOTO_LIMIT = 10 * 1024 * 1024;

const METHODS: Readonly<Record<RenderedMedia['kind'], string>> = {
  photo: 'sendPhoto',
  video: 'sendVideo',
  document: 'sendDocument',
  voice: 'sendVoice',
};

/**
 * Sends one file, as a document where it is refused as what it is.
 * @returns the message's id; null where Telegram takes it in no form
 */
export async function sendFile(
  call: Call,
  chat: number,
  media: RenderedMedia,
  rest: Payload = {},
): Promise<string | null> {
  for (const kind of formsOf(media)) {
    const file = new Upload(media.bytes, fileName(media.name));
    try {
      return messageId(await call(METHODS[kind], { chat_id: chat, [kind]: file, ...rest }));
    } catch (error) {
      if (!isContentRefused(error)) throw error;
    }
  }
  return null;
}

/**
 * Sends files as albums; an album that is refused goes file by file.
 * @param shown told after each call how many of the files have been dealt with
 * @returns the id of the last message; null where Telegram took none
 */
export async function sendFiles(
  call: Call,
  chat: number,
  media: readonly RenderedMedia[],
  shown: (files: number) => void,
): Promise<string | null> {
  let last: string | null = null;
  let done = 0;
  for (const group of albums(media)) {
    const whole = group.length > 1 ? await sendAlbum(call, chat, group) : null;
    for (const each of whole === null ? group : []) {
      last = (await sendFile(call, chat, each)) ?? last;
      shown(++done);
    }
    if (whole === null) continue;
    last = whole;
    done += group.length;
    shown(done);
  }
  return last;
}

/** The order in which files are shown: a send that broke off goes on in the same. */
export const inOrder = (media: readonly RenderedMedia[]): readonly RenderedMedia[] => albums(media).flat();

async function sendAlbum(call: Call, chat: number, group: readonly RenderedMedia[]): Promise<string | null> {
  const media = group.map((each) => ({
    type: formsOf(each)[0],
    media: new Upload(each.bytes, fileName(each.name)),
  }));
  try {
    const sent = await call('sendMediaGroup', { chat_id: chat, media });
    return messageId(Array.isArray(sent) ? sent.at(-1) : undefined);
  } catch (error) {
    if (isContentRefused(error)) return null;
    throw error;
  }
}

/** Photos and videos go together, documents among themselves, voices alone; ten at most. */
function albums(media: readonly RenderedMedia[]): readonly (readonly RenderedMedia[])[] {
  const as = (kind: RenderedMedia['kind']) => media.filter((each) => formsOf(each)[0] === kind);
  const visual = media.filter((each) => ['photo', 'video'].includes(formsOf(each)[0]));
  return [...chunks(visual), ...chunks(as('document')), ...as('voice').map((voice) => [voice])];
}

function chunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / ALBUM_LIMIT);
  return Array.from({ length: count }, (_, at) => items.slice(at * ALBUM_LIMIT, (at + 1) * ALBUM_LIMIT));
}

type Forms = readonly [RenderedMedia['kind'], ...RenderedMedia['kind'][]];

/** How a file may be shown, best first. Telegram takes photos up to 10 MB. */
function formsOf({ kind, bytes }: RenderedMedia): Forms {
  if (kind === 'document' || (kind === 'photo' && bytes.length > PHOTO_LIMIT)) return ['document'];
  return [kind, 'document'];
}

/** A name that cannot break out of a multipart header. */
const fileName = (name: string): string => name.replace(/[\p{Cc}"\\/;]/gu, '_') || 'file';

/** Without an id nobody knows whether the message lies in the chat: as good as no answer. */
export function messageId(sent: unknown): string {
  if (isRecord(sent) && typeof sent.message_id === 'number') return String(sent.message_id);
  throw new NoAnswer('sending', new TypeError('Telegram told no message id'));
}
