// A list that never changes while the process runs and that anybody may keep: put into words once, and confirmed by its
// ETag to whoever has it already. Called by routes of reference data.
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Clients and proxies ask again after an hour. */
const KEPT = 'public, max-age=3600';

export function publicList(answer: object) {
  const body = Buffer.from(JSON.stringify(answer));
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    reply.header('etag', tag).header('cache-control', KEPT);
    const known = request.headers['if-none-match']?.split(',').map((each) => each.trim());
    if (known?.includes(tag)) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(body);
  };
}
