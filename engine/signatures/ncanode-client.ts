// Calls NCANode over HTTP: bounded in time and size. After three failures in a row it is left alone for half a minute,
// so that nobody waits for a service that is away.
import { request } from 'undici';
import { type Clock, SECOND } from '../kernel/clock.ts';

const PATIENCE = 10 * SECOND;
const LARGEST_ANSWER = 1024 ** 2;
const FAILURES = 3;
const PAUSE = 30 * SECOND;

/** `rejected`: NCANode says that what was sent cannot be read (4xx). `unavailable`: it did not answer, or not sensibly. */
export type Answered =
  | { readonly kind: 'answer'; readonly body: unknown }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'unavailable' };

export type Ask = (path: '/cms/verify' | '/cms/extract', body: object) => Promise<Answered>;

/** @param patience milliseconds for one answer */
export function ncanodeClient(url: string, clock: Clock, patience = PATIENCE): Ask {
  let failures = 0;
  let closedUntil = 0;
  return async (path, body) => {
    if (clock.now().getTime() < closedUntil) return { kind: 'unavailable' };
    const answered = await ask(`${url}${path}`, body, patience);
    failures = answered.kind === 'unavailable' ? failures + 1 : 0;
    if (failures >= FAILURES) {
      closedUntil = clock.now().getTime() + PAUSE;
      failures = 0;
    }
    return answered;
  };
}

async function ask(url: string, body: object, patience: number): Promise<Answered> {
  try {
    const answer = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    const text = await limited(answer.body);
    if (answer.statusCode >= 400 && answer.statusCode < 500) return { kind: 'rejected' };
    if (answer.statusCode !== 200) return { kind: 'unavailable' };
    return { kind: 'answer', body: JSON.parse(text) };
  } catch {
    return { kind: 'unavailable' };
  }
}

async function limited(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > LARGEST_ANSWER) throw new RangeError('too large an answer');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
