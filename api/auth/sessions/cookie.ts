// The cookie of a console session. Over https its name begins with `__Host-`, which no other site, subdomain or plain
// connection can set; a browser on this very machine, without https, gets one of another name.
import type { FastifyReply, FastifyRequest } from 'fastify';

const SECURE = '__Host-qadam-console';
const LOOPBACK = 'qadam-console-loopback';

const ownHosts = new Set(['localhost', '127.0.0.1', '[::1]']);
const ownAddresses = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Which cookie a connection may carry; null where it would be seen on the way. */
function nameFor({ protocol, hostname, ip }: FastifyRequest): string | null {
  if (protocol === 'https') return SECURE;
  return ownHosts.has(hostname) && ownAddresses.has(ip) ? LOOPBACK : null;
}

export const mayHoldSession = (request: FastifyRequest): boolean => nameFor(request) !== null;

/** The token that a browser brings. Two of a name are none: somebody else has put one beside ours. */
export function tokenOf(request: FastifyRequest): string | null {
  const name = nameFor(request);
  const header = request.headers.cookie;
  if (name === null || header === undefined) return null;
  const times = header.split(';').filter((each) => each.split('=')[0]?.trim() === name).length;
  return times === 1 ? (request.cookies[name] ?? null) : null;
}

export const giveCookie = (request: FastifyRequest, reply: FastifyReply, token: string): FastifyReply =>
  set(request, reply, token, undefined);

export const takeCookie = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  set(request, reply, '', 0);

/** Without an age it ends with the browser; when the session is over, the server says. */
function set(request: FastifyRequest, reply: FastifyReply, value: string, maxAge: number | undefined) {
  const name = nameFor(request);
  if (name === null) return reply;
  return reply.setCookie(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: name === SECURE,
    ...(maxAge !== undefined && { maxAge }),
  });
}
