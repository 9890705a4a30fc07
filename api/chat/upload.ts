// An attached file as it arrives (multipart): measured, its type told by its content, kept until a dialogue takes it.
import type { FastifyRequest } from 'fastify';
import { fileTypeFromBuffer } from 'file-type';
import { fileKindOf } from '../../bot/adapters/web/incoming.ts';
import type { FileRef } from '../../bot/dialogue/update.ts';
import type { ChatAddress } from '../../engine/kernel/chat.ts';
import { text } from '../../engine/kernel/message.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import type { WebMedia } from '../../engine/store/web-chat.ts';
import { keepWebFile } from '../../engine/store/web-files.ts';
import { cutLabel } from '../../locales/html.ts';
import { ChatProblem } from './problem.ts';

const MEGABYTE = 1024 ** 2;
const LARGEST = 20;
const CAPTION = 1024;

export interface Upload {
  readonly id: string;
  readonly chat: ChatAddress;
  readonly caption: string;
  readonly file: FileRef;
  readonly media: WebMedia;
}

/**
 * Fields must come before the file: id, chat, caption, group.
 * @throws ChatProblem when it is too large, empty, of a type that nobody here can look at, or not a form
 */
export async function readUpload(
  ctx: StoreContext,
  request: FastifyRequest,
  chatOf: (key: string | undefined) => ChatAddress,
): Promise<Upload> {
  if (!request.isMultipart()) throw new ChatProblem('invalid-input', text('web:problem.invalid'));
  const limits = { fileSize: LARGEST * MEGABYTE, files: 1, fields: 6, fieldSize: 8_192 };
  const part = await request.file({ limits, throwFileSizeLimit: false });
  if (!part) throw new ChatProblem('invalid-input', text('web:problem.no-file'));
  const field = (name: string): string | undefined => {
    const found = part.fields[name];
    const value = found && 'value' in found ? found.value : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const id = field('id');
  if (id === undefined || !/^[\w-]{8,64}$/.test(id))
    throw new ChatProblem('invalid-input', text('web:problem.invalid'));
  const chat = chatOf(field('chat'));
  const name = nameOf(part.filename);
  const bytes = await part.toBuffer();
  if (part.file.truncated)
    throw new ChatProblem('too-large', text('web:problem.file-too-large', { name, megabytes: LARGEST }));
  if (bytes.byteLength === 0)
    throw new ChatProblem('invalid-input', text('web:problem.empty-file', { name }));
  const mime = await acceptedType(bytes);
  if (mime === null) throw new ChatProblem('unsupported-media', text('web:problem.file-type', { name }));
  const kind = fileKindOf(mime);
  const kept = await keepWebFile(ctx, bytes);
  return {
    ...{ id, chat },
    caption: cutLabel((field('caption') ?? '').normalize('NFC').trim(), CAPTION),
    file: { kind, id: kept, size: bytes.byteLength, mime, name, group: field('group') ?? null },
    media: { id: kept, kind, name, mime },
  };
}

/** What `web:problem.file-type` names. Old Word and Excel files are `x-cfb`. */
const ACCEPTED = [
  /^image\/(jpeg|png|webp|gif|heic|heif)$/,
  /^video\/(mp4|quicktime|webm)$/,
  /^audio\/(ogg|mpeg|mp4|x-m4a)$/,
  /^application\/(pdf|x-cfb|vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet))$/,
];

/** The type that the content shows, without parameters; null where it is unknown or not accepted. */
async function acceptedType(bytes: Uint8Array): Promise<string | null> {
  const type = (await fileTypeFromBuffer(bytes))?.mime.split(';')[0] ?? '';
  return ACCEPTED.some((each) => each.test(type)) ? type : null;
}

/** The last part of a path, without control characters, of a length that can be shown. */
function nameOf(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  return cutLabel(last.replace(/\p{Cc}/gu, '').trim() || 'file', 120);
}
