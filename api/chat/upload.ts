// An attached file as it arrives (multipart): measured, its type told by its content, kept until a dialogue takes it.
import type { FastifyRequest } from 'fastify';
import { fileKindOf } from '../../bot/adapters/web/incoming.ts';
import type { FileRef } from '../../bot/dialogue/update.ts';
import type { ChatAddress } from '../../engine/kernel/chat.ts';
import type { ErrorCode } from '../../engine/kernel/errors.ts';
import { text } from '../../engine/kernel/message.ts';
import type { Reason } from '../../engine/kernel/result.ts';
import { acceptedTypes, acceptFile, cleanName, LARGEST_FILE, MEGABYTE } from '../../engine/media/accept.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import type { WebMedia } from '../../engine/store/web-chat.ts';
import { keepWebFile } from '../../engine/store/web-files.ts';
import { cutLabel } from '../../locales/html.ts';
import { ChatProblem } from './problem.ts';

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
  const limits = { fileSize: LARGEST_FILE, files: 1, fields: 6, fieldSize: 8_192 };
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
  const bytes = await part.toBuffer();
  const megabytes = LARGEST_FILE / MEGABYTE;
  if (part.file.truncated) {
    const name = cleanName(part.filename);
    throw new ChatProblem('too-large', text('web:problem.file-too-large', { name, megabytes }));
  }
  const accepted = await acceptFile({ name: part.filename, bytes }, acceptedTypes.chat);
  if (!accepted.ok) throw refusal(accepted.reasons[0]);
  const { name, mime } = accepted.value;
  const kind = fileKindOf(mime);
  const kept = await keepWebFile(ctx, bytes);
  return {
    ...{ id, chat },
    caption: cutLabel((field('caption') ?? '').normalize('NFC').trim(), CAPTION),
    file: { kind, id: kept, size: bytes.byteLength, mime, name, group: field('group') ?? null },
    media: { id: kept, kind, name, mime },
  };
}

const problems: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  'common.file-empty': ['invalid-input', 'web:problem.empty-file'],
  'common.file-too-large': ['too-large', 'web:problem.file-too-large'],
  'common.file-type': ['unsupported-media', 'web:problem.file-type'],
  'common.file-pixels': ['too-large', 'common:reason.file-pixels'],
};

function refusal(reason: Reason | undefined): ChatProblem {
  const [code, key] = problems[reason?.code ?? ''] ?? ['invalid-input', 'web:problem.invalid'];
  return new ChatProblem(code, text(key, reason?.params));
}
