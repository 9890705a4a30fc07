// A file that a form hands out in the place of the page that says it is done. Kept by no browser, shown by none.
import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { unseen } from './showing.ts';

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

export const handedOut = (reply: FastifyReply, { name, type, content }: Download): FastifyReply =>
  unseen(reply)
    .type(type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('x-content-type-options', 'nosniff')
    .send(content);
