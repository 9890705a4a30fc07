// The whole server as it runs, on the story's database, and everyone in it: each asks by a key and by a session.

import { openSession } from '../../../api/auth/sessions/sessions.ts';
import { chatRoutes } from '../../../api/chat/routes.ts';
import { formRoutes } from '../../../api/forms/routes.ts';
import { mailboxRoutes } from '../../../api/pages/mailbox.ts';
import { pageRoutes } from '../../../api/pages/routes.ts';
import { pagesOf } from '../../../api/routes/found.ts';
import { telegramRoutes } from '../../../api/routes/telegram.ts';
import { verifyRoutes } from '../../../api/verify/routes.ts';
import { systemClock } from '../../../engine/kernel/clock.ts';
import { emptyDatabase, sharedRedis } from '../../support/services/fresh-database.ts';
import { type Answer, bodyOf, openServer, type Server } from '../resources/server.ts';
import { type Story, tellStory } from '../resources/story.ts';
import { personWith } from '../sessions/people.ts';
import { cast, type Member } from './cast.ts';
import type { Expectation } from './expectations.ts';
import { type Objects, objectsOf } from './objects.ts';

export interface AccessWorld {
  readonly story: Story;
  readonly server: Server;
  readonly objects: Objects;
  byKey(member: Member, expected: Expectation, of?: Objects): Promise<Answer>;
  bySession(member: Member, expected: Expectation, of?: Objects): Promise<Answer>;
  /** With whatever headers. */
  bare(expected: Expectation, headers: Readonly<Record<string, string>>): Promise<Answer>;
  close(): Promise<void>;
}

export const isGet = ({ route }: Expectation): boolean => route.startsWith('GET');

const ANY_VERSION = { 'if-match': '*' };

export async function openWorld(): Promise<AccessWorld> {
  const story = await tellStory(emptyDatabase());
  const objects = await objectsOf(story);
  const { ctx } = story;
  const accept = async () => 'new' as const;
  const receivers = { participant: { accept }, staff: { accept } };
  const chat = { ctx, receivers, redisUrl: sharedRedis(), secretKey: 'only tests use it', demo: null };
  const bot = { handleWebhook: async () => 401 };
  const server = await openServer(ctx, [
    pageRoutes(false),
    mailboxRoutes(ctx, false),
    formRoutes(ctx, false),
    chatRoutes(chat),
    verifyRoutes(ctx),
    await pagesOf(ctx),
    telegramRoutes(
      new Map([
        ['participant', bot],
        ['staff', bot],
      ] as const),
    ),
  ]);
  const sessions = new Map<Member, Readonly<Record<string, string>>>();

  const bare: AccessWorld['bare'] = async (expected, headers) => {
    wishes += 1;
    const answer = await server.app.inject({
      method: expected.route.split(' ')[0] as 'GET' | 'POST' | 'PATCH',
      url: expected.url(objects),
      headers: {
        ...{ 'idempotency-key': `matrix-${wishes}`, ...ANY_VERSION },
        ...{ ...typeOf(expected.body?.(objects)), ...headers },
      },
      ...(expected.body && { payload: expected.body(objects) }),
    });
    const { statusCode: status, body: text } = answer;
    return { status, headers: answer.headers, text, body: bodyOf(text) };
  };

  async function sessionOf(member: Member): Promise<Readonly<Record<string, string>>> {
    const held = sessions.get(member);
    if (held) return held;
    const person = await personWith(ctx, ...cast[member].grants);
    const token = (await openSession({ ...ctx, clock: systemClock }, person, 'matrix')) ?? '';
    const headers = {
      cookie: `qadam-console-loopback=${token}`,
      'x-csrf-token': ctx.sealer.hash(`csrf ${token}`),
    };
    sessions.set(member, headers);
    return headers;
  }

  return {
    ...{ story, server, objects, bare },
    byKey: (member, expected, of = objects) => {
      const [url, body] = [expected.url(of), expected.body?.(of) ?? {}];
      if (isGet(expected)) return server.get(cast[member], url);
      return expected.route.startsWith('PATCH')
        ? server.patch(cast[member], url, body, ANY_VERSION)
        : server.post(cast[member], url, body, undefined, { ...ANY_VERSION, ...typeOf(body) });
    },
    bySession: async (member, expected, of = objects) =>
      bare({ ...expected, url: () => expected.url(of) }, await sessionOf(member)),
    close: async () => {
      await server.close();
      await story.close();
    },
  };
}

let wishes = 0;

/** Bytes are a table; everything else is JSON. */
const typeOf = (body: object | undefined): Record<string, string> =>
  Buffer.isBuffer(body) ? { 'content-type': 'text/csv' } : {};
