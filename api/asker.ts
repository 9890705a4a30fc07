// What a request tells before its body is read: where it comes from, and how much it means to bring.
import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';

/** Of IPv6 the network of one customer: nobody escapes by another of their addresses. */
export const addressOf = ({ ip }: Pick<FastifyRequest, 'ip'>): string => normalizeIP(ip, 64);

/** Bytes of the body; null where the request does not say. */
export function bodyLength({ headers }: Pick<FastifyRequest, 'headers'>): number | null {
  const told = headers['content-length'];
  return told !== undefined && /^\d{1,15}$/.test(told) ? Number(told) : null;
}
