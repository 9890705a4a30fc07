// GET /chat/events: what happens in the asker's chats, as server-sent events that resume where they broke off.
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import { chatKey } from '../../engine/kernel/chat.ts';
import { latestMessages } from '../../engine/store/web-chat.ts';
import { closed } from '../routes/parts.ts';
import type { Live } from './live.ts';
import { openStreams, usualStreams } from './open-streams.ts';
import type { ChatParts } from './parts.ts';
import { ChatStream } from './stream.ts';
import type { Visitors } from './visitor.ts';
import { decodeCursors, wireOf } from './wire.ts';

const MOST_CHATS = 40;
const PAGE = 50;

const key = Type.String({ maxLength: 100 });

const eventsQuery = Type.Object(
  {
    // Once or many times: one of them arrives as a plain text.
    chat: Type.Optional(Type.Union([key, Type.Array(key, { minItems: 1, maxItems: MOST_CHATS })])),
    after: Type.Optional(Type.String({ maxLength: 4_000 })),
  },
  closed,
);

const historyQuery = Type.Object({ chat: Type.Optional(key), before: Type.Integer({ minimum: 1 }) }, closed);

export function eventRoutes(app: FastifyInstance, parts: ChatParts, visitors: Visitors, live: Live): void {
  const { ctx, streams = usualStreams } = parts;
  const places = openStreams(streams);
  app.get<{ Querystring: Static<typeof eventsQuery> }>(
    '/chat/events',
    { schema: { querystring: eventsQuery, hide: true } },
    async (request, reply) => {
      const { chat: asked, after = '' } = request.query;
      const keys = Array.isArray(asked) ? asked : [asked];
      const chats = keys.map((key) => chatKey(visitors.chatOf(request, key)));
      const giveBack = places.take(visitors.nameOf(request));
      const last = request.headers['last-event-id'];
      const cursors = decodeCursors(typeof last === 'string' && last !== '' ? last : after);
      reply.hijack();
      reply.raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      reply.raw.write('retry: 1500\n\n');
      const leave = live.add(new ChatStream(ctx, reply.raw, chats, cursors));
      const end = () => {
        leave();
        giveBack();
      };
      reply.raw.on('close', end);
      // Whoever left before we listened is not told of again.
      if (reply.raw.destroyed) end();
    },
  );

  app.get<{ Querystring: Static<typeof historyQuery> }>(
    '/chat/messages',
    { schema: { querystring: historyQuery, hide: true } },
    async (request) => {
      const chat = chatKey(visitors.chatOf(request, request.query.chat));
      const found = await latestMessages(ctx, chat, PAGE, request.query.before);
      return { messages: found.map(wireOf) };
    },
  );
}
