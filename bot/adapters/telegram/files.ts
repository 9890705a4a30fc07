// Fetches what a person sent: getFile, then the bytes over undici, never more than Telegram's limit.
import { basename } from 'node:path';
import { request } from 'undici';
import { type FetchedFile, FileTooLarge } from '../../dialogue/port.ts';
import type { FileRef } from '../../dialogue/update.ts';
import { isRecord } from './bot-api.ts';
import type { Call } from './calls.ts';
import { ApiRefusal, isRefusal, NoAnswer } from './failures.ts';

/** What bots may fetch, in bytes. */
export const FILE_LIMIT = 20 * 1024 * 1024;
const PATIENCE = 120_000;

export interface FileSource {
  readonly apiRoot: string;
  readonly token: string;
}

/** @throws FileTooLarge, ApiRefusal, NoAnswer */
export async function fetchTelegramFile(call: Call, source: FileSource, file: FileRef): Promise<FetchedFile> {
  if (file.size !== null && file.size > FILE_LIMIT) throw new FileTooLarge(FILE_LIMIT);
  const path = await pathOf(call, file.id);
  const bytes = await download(`${source.apiRoot}/file/bot${source.token}/${encodeURI(path)}`);
  return { bytes, name: file.name ?? basename(path), mime: file.mime };
}

async function pathOf(call: Call, id: string): Promise<string> {
  try {
    const told = await call('getFile', { file_id: id });
    if (isRecord(told) && typeof told.file_path === 'string') return told.file_path;
    throw new ApiRefusal(500, 'getFile told no path');
  } catch (error) {
    throw isRefusal(error, 'fileTooBig') ? new FileTooLarge(FILE_LIMIT) : error;
  }
}

async function download(url: string): Promise<Uint8Array> {
  try {
    const { statusCode, body } = await request(url, { signal: AbortSignal.timeout(PATIENCE) });
    if (statusCode !== 200) {
      await body.dump();
      throw new ApiRefusal(statusCode, 'the file could not be fetched');
    }
    return await limited(body);
  } catch (error) {
    if (error instanceof FileTooLarge || error instanceof ApiRefusal) throw error;
    throw new NoAnswer('file', error);
  }
}

/** Leaving the loop early ends the connection: not a byte more than the limit is kept. */
async function limited(body: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > FILE_LIMIT) throw new FileTooLarge(FILE_LIMIT);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
