// The HTTP side: /bot<token>/<method> and /file/bot<token>/<path>, with the faults a test planned.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { BotAccount, Call } from './bot-account.ts';
import { type Answer, type CallSource, carryOut, recordCall } from './dispatch.ts';
import { ApiFailure, notFound, unauthorized } from './failure.ts';
import type { Fault } from './faults.ts';
import { readBody } from './request-body.ts';
import type { World } from './world.ts';

const CALL = /^\/bot([^/]+)\/([A-Za-z]+)\/?$/;
const FILE = /^\/file\/bot([^/]+)\/(.+)$/;

/** Answers one request; never throws. */
export async function answerRequest(world: World, req: IncomingMessage, res: ServerResponse): Promise<void> {
  try {
    const url = new URL(req.url ?? '/', 'http://localhost');
    const path = decoded(url.pathname);
    const file = FILE.exec(path);
    if (file) return sendFile(world, res, file[1] ?? '', file[2] ?? '');
    const call = CALL.exec(path);
    if (!call) throw notFound();
    const bot = world.bots.get(call[1] ?? '');
    const bytes = await readAll(req);
    if (!bot) throw unauthorized();
    const body = await readBody(req.headers['content-type'] ?? '', bytes, url.searchParams);
    const source: CallSource = {
      ...{ method: call[2] ?? '', body, byWebhook: false },
      onHangUp: (callback) => res.once('close', callback),
    };
    await answerCall(world, bot, source, res);
  } catch (error) {
    if (error instanceof ApiFailure) return sendJson(res, { status: error.code, envelope: error.envelope });
    // A client that hung up while sending is no failure of this server.
    if (req.destroyed && !req.complete) return;
    console.error('The local Bot API server failed', error);
    sendJson(res, serverError);
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw notFound();
  }
}

const serverError: Answer = {
  status: 500,
  envelope: { ok: false, error_code: 500, description: 'Internal Server Error' },
};

async function answerCall(
  world: World,
  bot: BotAccount,
  source: CallSource,
  res: ServerResponse,
): Promise<void> {
  const call = recordCall(world, bot, source);
  const chatId = source.body.fields.chat_id;
  const fault = world.faults.take(call.method, bot.token, chatId === undefined ? undefined : String(chatId));
  if (world.faults.latencyMs > 0 && call.method !== 'getUpdates') await pause(world.faults.latencyMs);
  if (fault) return meet(fault, call, res, () => carryOut(world, bot, source, call));
  sendJson(res, await carryOut(world, bot, source, call));
}

async function meet(
  fault: Fault,
  call: Call,
  res: ServerResponse,
  carry: () => Promise<Answer>,
): Promise<void> {
  switch (fault.kind) {
    case 'too-many-requests': {
      const description = `Too Many Requests: retry after ${fault.retryAfter}`;
      const parameters = { retry_after: fault.retryAfter };
      const envelope = { ok: false, error_code: 429, description, parameters };
      return refuse(call, res, { status: 429, envelope });
    }
    case 'server-error':
      return refuse(call, res, serverError);
    case 'bad-gateway':
      call.status = 502;
      res.writeHead(502, { 'content-type': 'text/html' });
      res.end(
        '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n',
      );
      return;
    case 'malformed': {
      const answer = fault.takesEffect === false ? serverError : await carry();
      const whole = JSON.stringify(answer.envelope);
      res.writeHead(200, { 'content-type': 'application/json' });
      res.end(whole.slice(0, Math.floor(whole.length / 2)));
      return;
    }
    case 'answer':
      if (fault.takesEffect === true) await carry();
      call.status = fault.status;
      res.writeHead(fault.status, { 'content-type': 'application/json' });
      res.end(fault.body);
      return;
    case 'cut':
      return cutOff(res, JSON.stringify((await carry()).envelope));
    case 'hang':
      if (fault.takesEffect !== false) await carry();
      call.status = 0;
      await untilClosed(res, fault.holdMs);
      res.destroy();
      return;
    case 'reset':
      if (fault.takesEffect === true) await carry();
      call.status = 0;
      res.socket?.resetAndDestroy();
      return;
    case 'delay':
      await pause(fault.ms);
      sendJson(res, await carry());
  }
}

function refuse(call: Call, res: ServerResponse, answer: Answer): void {
  call.status = answer.status;
  sendJson(res, answer);
}

/** Promises the whole and gives half. */
function cutOff(res: ServerResponse, whole: string): void {
  res.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(whole) });
  res.write(whole.slice(0, Math.floor(whole.length / 2)), () => res.destroy());
}

function untilClosed(res: ServerResponse, longestMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, longestMs);
    res.once('close', done);
  });
}

function sendFile(world: World, res: ServerResponse, token: string, path: string): void {
  const bot = world.bots.get(token);
  if (!bot) throw unauthorized();
  const file = world.files.byPath(bot.id, path);
  if (!file) throw notFound();
  res.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.bytes.length });
  res.end(file.bytes);
}

function sendJson(res: ServerResponse, { status, envelope }: Answer): void {
  if (res.destroyed) return;
  const body = JSON.stringify(envelope);
  res.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  res.end(body);
}

async function readAll(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks);
}
