// What was sent with a secure form, as plain fields and files: urlencoded, or multipart where files may come along.
// Documents are streamed to where they are kept; what a form reads itself (a signature) is small. Looks at no value: what
// may stand in a field is the use-case's to say.
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Reason, Result } from '../../engine/kernel/result.ts';
import { normaliseTyped } from '../../engine/kernel/typed-text.ts';
import { MEGABYTE } from '../../engine/media/accept.ts';
import type { IncomingFile } from '../../engine/media/incoming.ts';
import type { StagedFile } from '../../engine/media/store.ts';
import { contentOf } from '../multipart-content.ts';

export interface SentFile {
  readonly field: string;
  readonly name: string;
  /** One byte more than may come, where there were more. */
  readonly bytes: Uint8Array;
}

export interface Sent {
  /** As the chat keeps what is typed; a field that did not come is empty. One that is too long is cut after the first character too many. */
  readonly fields: Readonly<Record<string, string>>;
  /** Small files, which the form reads. */
  readonly files: readonly SentFile[];
  /** Documents, whose bytes are kept already. */
  readonly staged: readonly StagedFile[];
  /** Why documents were not taken. */
  readonly refused: readonly Reason[];
  /** More than may be sent at once: the rest was not read. */
  readonly tooLarge: boolean;
}

export interface SentLimits {
  /** The only fields that are read, with the most characters of each. */
  readonly fields: Readonly<Record<string, number>>;
  /** How many files may come. */
  readonly files?: number;
  /** Bytes of each file that the form reads itself; documents are streamed where it is left out. */
  readonly fileBytes?: number;
}

/** All files of one sending together, in megabytes. */
export const LARGEST_FILES = 20;

/** Bytes of one multipart field. */
const FIELD_BYTES = 131_072;

/** Keeps the bytes of a document. */
export type Stage = (file: IncomingFile) => Promise<Result<StagedFile>>;

/** @param stage where documents go; needed by forms that take them */
export async function readSent(request: FastifyRequest, limits: SentLimits, stage?: Stage): Promise<Sent> {
  const { files } = limits;
  if (files && stage && request.isMultipart()) return readParts(request, limits, stage);
  const fields = fieldsOf(limits, request.body);
  return { fields, files: [], staged: [], refused: [], tooLarge: false };
}

async function readParts(request: FastifyRequest, limits: SentLimits, stage: Stage): Promise<Sent> {
  const { files: most = 0, fileBytes } = limits;
  const typed: Record<string, unknown> = {};
  const gathered: Gathered = { files: [], staged: [], refused: [], left: LARGEST_FILES * MEGABYTE };
  const fileSize = (fileBytes ?? gathered.left) + 1;
  const accepted = { files: most, fileSize, fields: 20, fieldSize: FIELD_BYTES, parts: most + 20 };
  for await (const part of request.parts({ limits: accepted })) {
    if (part.type === 'field') typed[part.fieldname] = part.value;
    else if (fileBytes !== undefined) await readWhole(part, gathered);
    else await readDocument(part, gathered, stage);
  }
  const { left, ...came } = gathered;
  return { fields: fieldsOf(limits, typed), ...came, tooLarge: left < 0 };
}

interface Gathered {
  readonly files: SentFile[];
  readonly staged: StagedFile[];
  readonly refused: Reason[];
  /** Bytes that may still come; below zero the rest is let go unread. */
  left: number;
}

async function readWhole(part: MultipartFile, { files }: Gathered): Promise<void> {
  const bytes = await part.toBuffer();
  if (isThere(part, bytes.byteLength)) files.push({ field: part.fieldname, name: part.filename, bytes });
}

async function readDocument(part: MultipartFile, gathered: Gathered, stage: Stage): Promise<void> {
  if (gathered.left >= 0) {
    const came = await stage({ name: part.filename, content: contentOf(part) });
    if (came.ok) gathered.staged.push(came.value);
    else if (isThere(part, part.file.bytesRead)) gathered.refused.push(...came.reasons);
    gathered.left -= part.file.bytesRead;
  }
  part.file.resume();
}

/** A file field that was left empty is sent all the same. */
const isThere = ({ filename }: MultipartFile, size: number): boolean => size > 0 || filename !== '';

function fieldsOf({ fields }: SentLimits, body: unknown): Sent['fields'] {
  const given = new Map(typeof body === 'object' && body !== null ? Object.entries(body) : []);
  return Object.fromEntries(
    Object.entries(fields).map(([name, most]) => {
      const value = given.get(name);
      return [name, typeof value === 'string' ? normaliseTyped(value).slice(0, most + 1) : ''];
    }),
  );
}
