// A file as it streams in: judged by its beginning before the rest is read, then passed on piece by piece. Only a HEIC
// picture is held as a whole, because it is converted. Used by the web chat and the secure forms.
import { ok, type Result } from '../kernel/result.ts';
import type { Content } from '../store/blobs.ts';
import { type AcceptedFile, acceptHead, HEAD, LARGEST_FILE, tooLarge } from './accept.ts';
import { isHeif } from './picture-size.ts';
import { takeFile } from './take.ts';

export interface IncomingFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Where it goes; called once, for a file that is accepted. Must keep nothing when the content throws. */
export type Storing<T> = (file: AcceptedFile, content: Content) => Promise<T>;

class OverLimit extends Error {}

/** Refused as takeFile does. @returns what `store` returned. @throws what reading or storing throws */
export async function receiveFile<T>(
  { name, content }: IncomingFile,
  types: readonly RegExp[],
  store: Storing<T>,
): Promise<Result<T>> {
  const pieces = limited(content);
  try {
    const head = await beginningOf(pieces);
    const accepted = await acceptHead({ name, bytes: head.subarray(0, HEAD) }, types);
    if (!accepted.ok) return accepted;
    if (!isHeif(accepted.value.mime)) return ok(await store(accepted.value, joined(head, pieces)));
    const whole = await takeFile({ name, bytes: await wholeOf(head, pieces) }, types);
    return whole.ok ? ok(await store(whole.value, [whole.value.bytes])) : whole;
  } catch (error) {
    if (error instanceof OverLimit) return tooLarge(name);
    throw error;
  }
}

/** Not one piece more is asked for once the limit is passed. */
async function* limited(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of content) {
    size += piece.byteLength;
    if (size > LARGEST_FILE) throw new OverLimit();
    yield piece;
  }
}

/** At least HEAD bytes, where there are as many. */
async function beginningOf(pieces: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const begun: Uint8Array[] = [];
  for (let size = 0; size < HEAD; ) {
    const next = await pieces.next();
    if (next.done) break;
    begun.push(next.value);
    size += next.value.byteLength;
  }
  return Buffer.concat(begun);
}

async function* joined(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}

async function wholeOf(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const pieces = [head];
  for await (const piece of rest) pieces.push(piece);
  return Buffer.concat(pieces);
}
