// A file that is made for whoever asks, and how it leaves: kept by no browser, shown by none.
import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

export class Download {
  readonly name: string;
  readonly type: string;
  readonly content: Readable | Buffer;

  constructor(name: string, type: string, content: Readable | Buffer) {
    this.name = name;
    this.type = type;
    this.content = content;
  }
}

export const handedOut = (
  reply: FastifyReply,
  { name, type, content }: Pick<Download, 'name' | 'type' | 'content'>,
): FastifyReply =>
  reply
    .type(type)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('x-content-type-options', 'nosniff')
    .send(content);
