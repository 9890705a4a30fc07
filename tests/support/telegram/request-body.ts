// Turns the body of a Bot API request (JSON, form, multipart) and its query string into fields and uploads.
import { Response } from 'undici';
import { badRequest } from './failure.ts';

export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export interface RequestBody {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly uploads: ReadonlyMap<string, Upload>;
}

const NO_UPLOADS: ReadonlyMap<string, Upload> = new Map();

/** Reads any body the Bot API accepts; throws an ApiFailure when it cannot be understood. */
export async function readBody(
  contentType: string,
  body: Buffer,
  query?: URLSearchParams,
): Promise<RequestBody> {
  const fromQuery = query === undefined ? {} : Object.fromEntries(query);
  if (body.length === 0) return { fields: fromQuery, uploads: NO_UPLOADS };
  if (contentType.startsWith('application/json')) {
    return { fields: { ...fromQuery, ...readJson(body) }, uploads: NO_UPLOADS };
  }
  if (contentType.startsWith('multipart/form-data')) return readMultipart(contentType, body, fromQuery);
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    const form = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
    return { fields: { ...fromQuery, ...form }, uploads: NO_UPLOADS };
  }
  return { fields: fromQuery, uploads: NO_UPLOADS };
}

function readJson(body: Buffer): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    if (isRecord(parsed)) return parsed;
  } catch {
    // Falls through to the same refusal: to the caller a broken body and a wrong one are one mistake.
  }
  throw badRequest("can't parse JSON object");
}

async function readMultipart(
  contentType: string,
  body: Buffer,
  fromQuery: Record<string, unknown>,
): Promise<RequestBody> {
  const fields: Record<string, unknown> = { ...fromQuery };
  const uploads = new Map<string, Upload>();
  try {
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
    for (const [name, value] of form.entries()) {
      if (typeof value === 'string') fields[name] = value;
      else
        uploads.set(name, {
          name: value.name,
          type: value.type,
          bytes: Buffer.from(await value.arrayBuffer()),
        });
    }
  } catch {
    throw badRequest("can't parse multipart/form-data body");
  }
  return { fields, uploads };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
