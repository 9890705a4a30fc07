// What is no HTTP at all, or too slow, or too long in its headers: refused with problem details before any route, and the
// connection closed, so that nothing behind it is taken for a request of its own.
import type { Socket } from 'node:net';
import { type ProblemCode, problemTypes } from './problem-types.ts';

const codes: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** For Fastify's `clientErrorHandler`. */
export function answerMalformed(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy(error);
  const code = codes[error.code ?? ''] ?? 'bad-request';
  const { status, title, detail } = problemTypes[code];
  const body = JSON.stringify({ type: `urn:qadam:problem:${code}`, title, status, code, detail });
  socket.end(
    [
      `HTTP/1.1 ${status} ${title}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
