// An attached file as it arrives (multipart): let in before anything is read, told by its beginning, streamed to where it
// is kept until a dialogue takes it.
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { fileKindOf } from '../../bot/adapters/web/incoming.ts';
import type { Expected } from '../../bot/dialogue/conversation.ts';
import type { FileRef } from '../../bot/dialogue/update.ts';
import type { ChatAddress } from '../../engine/kernel/chat.ts';
import type { ErrorCode } from '../../engine/kernel/errors.ts';
import { text } from '../../engine/kernel/message.ts';
import type { Reason } from '../../engine/kernel/result.ts';
import { acceptedTypes, LARGEST_FILE, tooLarge } from '../../engine/media/accept.ts';
import { receiveFile } from '../../engine/media/incoming.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import type { WebMedia } from '../../engine/store/web-chat.ts';
import { keepWebStream } from '../../engine/store/web-files.ts';
import { cutLabel } from '../../locales/html.ts';
import { bodyLength } from '../asker.ts';
import { contentOf } from '../multipart-content.ts';
import { ChatProblem } from './problem.ts';

const CAPTION = 1024;
/** Bytes of a form around its file. */
const FORM = 65_536;

export interface Upload {
  readonly id: string;
  readonly chat: ChatAddress;
  readonly caption: string;
  /** Null where the question that waits asks for words, and the caption is the answer. */
  readonly attached: { readonly file: FileRef; readonly media: WebMedia } | null;
}

export interface UploadParts {
  readonly ctx: StoreContext;
  readonly expected: (chat: ChatAddress) => Promise<Expected>;
  /** @throws ChatProblem for a chat that is not theirs */
  readonly chatOf: (key: string | undefined) => ChatAddress;
}

/**
 * Fields must come before the file: id, chat, caption, group.
 * @throws ChatProblem when it is too large, empty, of a type that nobody here can look at, not a form, or not asked for
 */
export async function readUpload(parts: UploadParts, request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new ChatProblem('invalid-input', text('web:problem.invalid'));
  // A byte more than is taken, so that it is seen where there are more.
  const limits = { fileSize: LARGEST_FILE + 1, files: 1, fields: 6, fieldSize: 8_192 };
  const part = await request.file({ limits, throwFileSizeLimit: false });
  if (!part) throw new ChatProblem('invalid-input', text('web:problem.no-file'));
  try {
    refuseTooLarge(part.filename, bodyLength(request));
    return await takePart(parts, part);
  } finally {
    // What is not wanted is let go as it comes, so that the connection is free again.
    part.file.resume();
  }
}

/** By what the request says: nothing of it is read. */
function refuseTooLarge(name: string, told: number | null): void {
  if (told === null || told <= LARGEST_FILE + FORM) return;
  const refusing = tooLarge(name);
  if (!refusing.ok) throw refusal(refusing.reasons[0]);
}

async function takePart(parts: UploadParts, part: MultipartFile): Promise<Upload> {
  const field = fieldsOf(part);
  const id = field('id');
  if (id === undefined || !/^[\w-]{8,64}$/.test(id))
    throw new ChatProblem('invalid-input', text('web:problem.invalid'));
  const chat = parts.chatOf(field('chat'));
  const caption = cutLabel((field('caption') ?? '').normalize('NFC').trim(), CAPTION);
  const group = field('group') ?? null;
  const expected = await parts.expected(chat);
  if (expected.files.length > 0 || (group !== null && group === expected.album))
    return { id, chat, caption, attached: await keptFile(parts.ctx, part, expected, group) };
  if (caption !== '') return { id, chat, caption, attached: null };
  throw new ChatProblem('refused-by-rules', text('web:problem.no-file-wanted'));
}

const fieldsOf =
  ({ fields }: MultipartFile) =>
  (name: string): string | undefined => {
    const found = fields[name];
    const value = found && 'value' in found ? found.value : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };

async function keptFile(
  ctx: StoreContext,
  part: MultipartFile,
  { files }: Expected,
  group: string | null,
): Promise<NonNullable<Upload['attached']>> {
  const isPhoto = files.length > 0 && files.every((each) => each === 'photo');
  const types = isPhoto ? acceptedTypes.photos : acceptedTypes.chat;
  const received = await receiveFile(
    { name: part.filename, content: contentOf(part) },
    types,
    async ({ name, mime }, content) => ({ name, mime, ...(await keepWebStream(ctx, content)) }),
  );
  if (!received.ok) throw refusal(received.reasons[0]);
  const { name, mime, id, size } = received.value;
  const kind = fileKindOf(mime);
  return { file: { kind, id, size, mime, name, group }, media: { id, kind, name, mime } };
}

const problems: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  'common.file-empty': ['invalid-input', 'web:problem.empty-file'],
  'common.file-too-large': ['too-large', 'web:problem.file-too-large'],
  'common.file-type': ['unsupported-media', 'web:problem.file-type'],
  'common.file-pixels': ['too-large', 'common:reason.file-pixels'],
  'common.file-heic': ['unsupported-media', 'common:reason.file-heic'],
  // A page tries again what is refused as too many; tomorrow is too late for that.
  'common.uploads-a-day': ['too-large', 'common:reason.uploads-a-day'],
  'common.uploads-at-once': ['too-many-requests', 'common:reason.uploads-at-once'],
};

export function refusal(reason: Reason | undefined): ChatProblem {
  const [code, key] = problems[reason?.code ?? ''] ?? ['invalid-input', 'web:problem.invalid'];
  return new ChatProblem(code, text(key, reason?.params));
}
