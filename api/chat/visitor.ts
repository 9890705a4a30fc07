// Who asks, and which chats are theirs: an anonymous visitor's two (one at each desk), and in the demo its personas'.
// A chat that is not theirs does not exist for them.
import { Signer } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ChatAddress, chatKey, desks } from '../../engine/kernel/chat.ts';
import { DAY, SECOND } from '../../engine/kernel/clock.ts';
import { newSecret } from '../../engine/kernel/ids.ts';
import { text } from '../../engine/kernel/message.ts';
import type { ChatParts } from './parts.ts';
import { ChatProblem } from './problem.ts';

const COOKIE = 'qadam_chat';

export interface Visitors {
  /** The visitor's chats, participant desk first. The cookie is given, or renewed: it lasts a year from each visit. */
  welcome(request: FastifyRequest, reply: FastifyReply): readonly ChatAddress[];
  /** Whom to count: the visitor, or the address of one who has no cookie. */
  nameOf(request: FastifyRequest): string;
  /** All chats that the asker may see, by key. */
  chatsOf(request: FastifyRequest): ReadonlyMap<string, ChatAddress>;
  /** @throws ChatProblem `not-found` for a chat that is not theirs, or none where they have none */
  chatOf(request: FastifyRequest, key: string | undefined): ChatAddress;
}

export function visitorsOf({ secretKey, demo }: ChatParts): Visitors {
  const signer = new Signer(`web chat ${secretKey}`);

  const visitorOf = (request: FastifyRequest): string | null => {
    const { valid, value } = signer.unsign(request.cookies[COOKIE] ?? '');
    return valid ? value : null;
  };
  const own = (request: FastifyRequest): readonly ChatAddress[] => {
    const visitor = visitorOf(request);
    return visitor === null ? [] : addressesOf(visitor);
  };
  const chatsOf = (request: FastifyRequest) =>
    new Map([...own(request), ...(demo?.chats ?? [])].map((address) => [chatKey(address), address]));

  return {
    welcome: (request, reply) => {
      const visitor = visitorOf(request) ?? newSecret();
      reply.setCookie(COOKIE, signer.sign(visitor), {
        path: '/chat',
        httpOnly: true,
        sameSite: 'strict',
        secure: request.protocol === 'https',
        maxAge: (365 * DAY) / SECOND,
      });
      return addressesOf(visitor);
    },
    nameOf: (request) => visitorOf(request) ?? request.ip,
    chatsOf,
    chatOf: (request, key) => {
      const mine = key === undefined ? own(request)[0] : chatsOf(request).get(key);
      if (!mine) throw new ChatProblem('not-found', text('web:problem.not-found'));
      return mine;
    },
  };
}

const addressesOf = (visitor: string): readonly ChatAddress[] =>
  desks.map((desk) => ({ desk, channel: 'web', chat: visitor }));
