// `Idempotency-Key` on what changes something beneath /v1: the same request is executed once, its answer repeated.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HOUR } from '../../engine/kernel/clock.ts';
import { AppError } from '../../engine/kernel/errors.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import { actorName } from '../../engine/store/owned.ts';
import { HttpProblem } from '../problems.ts';
import { type Answer, type Claimed, claim, forgetOld, release, settle } from './store.ts';

const WAIT_MS = 5_000;
const LOOK_AGAIN_MS = 50;
const changing = new Set(['POST', 'PATCH', 'PUT']);
/** A larger answer is made anew: its commands are those of the first time, and change nothing again. */
const LARGEST_KEPT = 4 * 1024 ** 2;
/** Whatever another try may fix is not an answer for good: another version named, a header added, a little later. */
const isForGood = (status: number): boolean => status < 500 && ![412, 428, 429].includes(status);
const keptHeaders = [
  'content-type',
  'content-disposition',
  'location',
  'etag',
  'cache-control',
  'retry-after',
];

interface Held {
  readonly id: string;
  readonly claimedAt: Date;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The execution that this request holds, until it is answered. */
    held: Held | null;
  }
}

/** Adds the rule to a server. Needs the actor of each request. */
export function guardRepeats(app: FastifyInstance, ctx: StoreContext): void {
  app.decorateRequest('held', null);
  app.addHook('preHandler', async (request, reply) => {
    const { access, pureRead } = request.routeOptions.config;
    if (access !== 'key' || pureRead === true || !changing.has(request.method)) return;
    const answer = await firstOrAnswer(ctx, request);
    if (answer) return repeat(reply, answer);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const { held } = request;
    if (!held) return payload;
    request.held = null;
    const body = await bytesOf(payload);
    if (isForGood(reply.statusCode) && body.byteLength <= LARGEST_KEPT)
      await settle(ctx, held.id, held.claimedAt, answerOf(reply, body));
    else await release(ctx, held.id, held.claimedAt);
    // A stream was read to its end: what was in it goes on.
    return isStream(payload) ? body : payload;
  });
  const timer = setInterval(() => void forgetOld(ctx).catch(() => undefined), HOUR);
  timer.unref();
  app.addHook('onClose', async () => clearInterval(timer));
}

/** Null when this request is the one to execute; it then holds the key. */
async function firstOrAnswer(ctx: StoreContext, request: FastifyRequest): Promise<Answer | null> {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    const hint = 'send Idempotency-Key: 1 to 200 visible characters, fresh for each new request';
    throw new AppError('precondition-required', 'no Idempotency-Key', [{ hint }]);
  }
  const actor = request.actor ? actorName(request.actor) : 'nobody';
  const id = digest(`${actor} ${key}`);
  const fingerprint = digest(`${request.method} ${request.url} ${JSON.stringify(request.body ?? null)}`);
  const claimed = await settledClaim(ctx, id, fingerprint);
  if (claimed.kind === 'answered') return claimed.answer;
  if (claimed.kind === 'running') throw new HttpProblem('in-progress', 'a duplicate is being executed');
  if (claimed.kind === 'other-request')
    throw new AppError('idempotency-mismatch', 'the key came with another request');
  request.held = { id, claimedAt: claimed.claimedAt };
  return null;
}

/** Waits for a duplicate that is being executed, as long as a client may be kept waiting. */
async function settledClaim(ctx: StoreContext, id: string, fingerprint: string): Promise<Claimed> {
  const deadline = performance.now() + WAIT_MS;
  let claimed = await claim(ctx, id, fingerprint);
  while (claimed.kind === 'running' && performance.now() < deadline) {
    await pause(LOOK_AGAIN_MS);
    claimed = await claim(ctx, id, fingerprint);
  }
  return claimed;
}

const digest = (value: string): string => createHash('sha256').update(value).digest('hex');

const isStream = (payload: unknown): payload is AsyncIterable<string | Uint8Array> =>
  payload instanceof Readable || payload instanceof ReadableStream;

/** A body as it goes over the wire; a stream is read to its end. */
async function bytesOf(payload: unknown): Promise<Buffer> {
  if (isStream(payload)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of payload) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }
  if (typeof payload === 'string') return Buffer.from(payload);
  return payload instanceof Uint8Array ? Buffer.from(payload) : Buffer.alloc(0);
}

function answerOf(reply: FastifyReply, body: Buffer): Answer {
  const headers = keptHeaders.flatMap((name) => {
    const value = reply.getHeader(name);
    return value === undefined ? [] : [[name, String(value)]];
  });
  return { status: reply.statusCode, headers: Object.fromEntries(headers), body };
}

const repeat = (reply: FastifyReply, { status, headers, body }: Answer): FastifyReply =>
  reply
    .code(status)
    .headers({ ...headers, 'idempotency-replayed': 'true' })
    .send(body);
