// What was sent with a secure form, as plain fields and files: urlencoded, or multipart where files may come along.
// Looks at no value: what may stand in a field is the use-case's to say.
import type { FastifyRequest } from 'fastify';
import { normaliseTyped } from '../../engine/kernel/typed-text.ts';

export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Sent {
  /** As the chat keeps what is typed, unseen characters removed; a field that did not come is empty. */
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly SentFile[];
  /** More than may be sent at once: none of the files was read. */
  readonly tooLarge: boolean;
}

export interface SentLimits {
  /** The only fields that are read, with the most characters of each. */
  readonly fields: Readonly<Record<string, number>>;
  /** How many files may come. */
  readonly files?: number;
}

/** All files of one sending together, in megabytes. */
export const LARGEST_FILES = 20;

/** Bytes of one multipart field. */
const FIELD_BYTES = 65_536;

export async function readSent(request: FastifyRequest, limits: SentLimits): Promise<Sent> {
  const { files } = limits;
  if (files && request.isMultipart()) return readParts(request, limits, files);
  return { fields: fieldsOf(limits, request.body), files: [], tooLarge: false };
}

async function readParts(request: FastifyRequest, limits: SentLimits, most: number): Promise<Sent> {
  const typed = new Map<string, unknown>();
  const files: SentFile[] = [];
  const bytes = LARGEST_FILES * 1024 ** 2;
  let left = bytes;
  const accepted = { files: most, fileSize: bytes, fields: 20, fieldSize: FIELD_BYTES, parts: most + 20 };
  for await (const part of request.parts({ limits: accepted })) {
    if (part.type === 'field') {
      typed.set(part.fieldname, part.value);
      continue;
    }
    const content = await part.toBuffer();
    left -= part.file.truncated ? bytes + 1 : content.byteLength;
    // A file field that was left empty is sent all the same.
    const isThere = content.byteLength > 0 || part.filename !== '';
    if (left < 0) files.length = 0;
    else if (isThere) files.push({ field: part.fieldname, name: part.filename, bytes: content });
  }
  return { fields: fieldsOf(limits, Object.fromEntries(typed)), files, tooLarge: left < 0 };
}

function fieldsOf({ fields }: SentLimits, body: unknown): Sent['fields'] {
  const given = new Map(typeof body === 'object' && body !== null ? Object.entries(body) : []);
  return Object.fromEntries(
    Object.entries(fields).map(([name, most]) => {
      const value = given.get(name);
      return [name, typeof value === 'string' ? normaliseTyped(value).slice(0, most) : ''];
    }),
  );
}
