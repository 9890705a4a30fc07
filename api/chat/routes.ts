// The web chat: page, session, events, sending, media, and the demo's extras. Registered by api/server.ts.
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import Type, { type Static } from 'typebox';
import { chatKey, desks } from '../../engine/kernel/chat.ts';
import { text } from '../../engine/kernel/message.ts';
import { begunChats } from '../../engine/store/web-chat.ts';
import { withAccess } from '../access.ts';
import { closed, word } from '../routes/parts.ts';
import { demoRoutes } from './demo.ts';
import { eventRoutes } from './events.ts';
import { type Live, openLive } from './live.ts';
import { mediaRoutes } from './media.ts';
import { pageRoutes } from './page.ts';
import type { ChatParts } from './parts.ts';
import { answerProblem, ChatProblem } from './problem.ts';
import { sendingRoutes } from './sending.ts';
import { type Visitors, visitorsOf } from './visitor.ts';

export type { ChatDemo, ChatParts } from './parts.ts';

/** A page of another site can neither read our cookie nor set this header. */
const OWN_PAGE = 'x-qadam';

export const chatRoutes = (parts: ChatParts): FastifyPluginAsync =>
  withAccess('public', async (app) => {
    if (!app.hasRequestDecorator('cookies')) await app.register(cookie);
    if (!app.hasRequestDecorator('isMultipart')) await app.register(multipart);
    app.setErrorHandler(answerProblem);
    app.addHook('onRequest', async (request) => {
      if (request.method !== 'GET' && request.method !== 'HEAD' && request.headers[OWN_PAGE] !== '1')
        throw new ChatProblem('forbidden', text('web:problem.not-found'));
    });
    const visitors = visitorsOf(parts);
    const live = openLive(parts.redisUrl);
    // Before the server waits for open connections: an event stream never ends by itself.
    app.addHook('preClose', async () => live.close());
    await pageRoutes(app);
    sessionRoute(app, parts, visitors);
    talkRoutes(app, parts, visitors, live);
    if (parts.demo) demoRoutes(app, parts.ctx, parts.demo);
  });

function talkRoutes(app: FastifyInstance, parts: ChatParts, visitors: Visitors, live: Live): void {
  eventRoutes(app, parts, visitors, live);
  sendingRoutes(app, parts, visitors, live);
  mediaRoutes(app, parts, visitors);
}

const sessionQuery = Type.Object({ desk: Type.Optional(word(desks)) }, closed);

/** What the page needs to begin. */
export interface WireSession {
  /** The visitor's own chats: the one asked for first, and the other where it was ever used. */
  readonly chats: readonly { readonly chat: string; readonly desk: string }[];
  readonly demo: boolean;
}

function sessionRoute(app: FastifyInstance, parts: ChatParts, visitors: Visitors): void {
  app.post<{ Querystring: Static<typeof sessionQuery> }>(
    '/chat/session',
    { schema: { querystring: sessionQuery, hide: true } },
    async (request, reply): Promise<WireSession> => {
      const { desk: asked = 'participant' } = request.query;
      const own = visitors.welcome(request, reply);
      const begun = await begunChats(parts.ctx, own.map(chatKey));
      const chats = own
        .filter((address) => address.desk === asked || begun.includes(chatKey(address)))
        .sort((a, b) => Number(b.desk === asked) - Number(a.desk === asked))
        .map((address) => ({ chat: chatKey(address), desk: address.desk }));
      return { chats, demo: parts.demo !== null };
    },
  );
}
