// How a file that somebody sent leaves: saved to disk under its own name, shown and run by no browser, kept by none.
import type { FastifyReply } from 'fastify';

/** `filename*=…` for any name, in whichever script. */
export const fileName = (name: string): string =>
  `filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`)}`;

export const attached = (reply: FastifyReply, name: string, mime: string): FastifyReply =>
  reply
    .type(mime)
    .header('content-disposition', `attachment; ${fileName(name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store');
