// A small server with the web chat alone: real database, real Redis, the real receiver, and the echo conversation.
import fastify, { type FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { usualStreams } from '../../../api/chat/open-streams.ts';
import type { ChatParts } from '../../../api/chat/parts.ts';
import { chatRoutes } from '../../../api/chat/routes.ts';
import { validatorCompiler } from '../../../api/validation.ts';
import { webPublisher } from '../../../bot/adapters/web/announce.ts';
import { webPort } from '../../../bot/adapters/web.ts';
import { createReceiver, type Receiver } from '../../../bot/dialogue/receiver.ts';
import type { Session } from '../../../bot/dialogue/session.ts';
import { fileKinds, type IncomingUpdate } from '../../../bot/dialogue/update.ts';
import { desks } from '../../../engine/kernel/chat.ts';
import { ManualClock, systemClock } from '../../../engine/kernel/clock.ts';
import { usualUploads } from '../../../engine/media/upload-limits.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { Persona } from '../../../engine/runtime/demo/personas.ts';
import { chatTurns } from '../../../engine/store/chat-turns.ts';
import { storedInbox } from '../../../engine/store/inbox.ts';
import { wipe } from '../../../engine/store/wipe.ts';
import { Echo, literal } from '../../contract/adapters/echo.ts';
import { type LogLine, logInto } from '../../contract/adapters/setup.ts';
import { testContext } from '../../support/engine-context.ts';
import { giveBack, openStore, sharedRedis } from '../../support/services/fresh-database.ts';

export interface Rig {
  readonly app: FastifyInstance;
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly ctx: EngineContext;
  readonly clock: ManualClock;
  readonly echo: Echo;
  readonly port: ReturnType<typeof webPort>;
  readonly lines: LogLine[];
  /** How often the demo's people were looked up. */
  looked(): number;
}

/** Takes any file at any time. */
const anyFile: NonNullable<ChatParts['expected']> = async () => ({ files: fileKinds, album: null });

export const START = '2026-10-05T06:00:00Z';

const persona = (
  id: string,
  desk: Persona['address']['desk'],
  name: string | null,
  group = 'credit:title',
): Persona => ({
  ...{ id, name, role: `web:persona.${id}`, group },
  address: { desk, channel: 'web', chat: `demo-${id}` },
});

export const personas: readonly Persona[] = [
  persona('new-student', 'participant', null),
  persona('student', 'participant', 'Айым Мысалқызы'),
  persona('head', 'staff', 'Гүлнар Үлгіқызы'),
  persona('coordinator', 'staff', 'Тимур Образцов'),
  persona('operator', 'staff', 'Олжас Мысалбаев', 'web:demo.every-programme'),
];

/** Closed after the test. @param redisUrl another Redis than the run's, e.g. one that is away */
export async function openRig({
  demo = false,
  redisUrl = sharedRedis(),
  streams = usualStreams,
  uploads = usualUploads,
  expected = anyFile,
} = {}): Promise<Rig> {
  const db = await openStore();
  const clock = new ManualClock(START);
  const links = {
    page: (path: string) => `/${path}`,
    form: (secret: string) => `/forms/${secret}`,
    start: (_: string, secret: string) => secret,
  };
  const ctx = testContext(db, clock, { links });
  const echo = new Echo();
  const lines: LogLine[] = [];
  const redis = webPublisher(redisUrl);
  const port = webPort(ctx, redis);
  const receiver = (desk: (typeof desks)[number]): Receiver =>
    createReceiver({
      ...{ desk, channel: 'web', inbox: storedInbox<IncomingUpdate, Session>(ctx), conversation: echo },
      ...{ clock: systemClock, port, render: literal, last: chatTurns(ctx).last, log: logInto(lines) },
      onUnsent: async () => undefined,
    });
  const receivers = { participant: receiver('participant'), staff: receiver('staff') };
  // A client that broke off may hold a connection on which it never asked anything.
  const app = fastify({ forceCloseConnections: true });
  app.setValidatorCompiler(validatorCompiler());
  const advance = async (by: number) => {
    clock.advance(by);
    return clock.now();
  };
  const secretKey = 'another key that only tests use';
  const chats = personas.map((each) => each.address);
  let looked = 0;
  const lookUp = async () => {
    looked += 1;
    return personas;
  };
  let run = 1;
  const startOver = async () => {
    run += 1;
    clock.set(START);
    await wipe(ctx, []);
  };
  const played = demo ? { chats, personas: lookUp, advance, run: async () => `run-${run}`, startOver } : null;
  await app.register(
    chatRoutes({ ctx, receivers, redisUrl, secretKey, demo: played, streams, uploads, expected }),
  );
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    await app.close();
    await Promise.all(desks.map((desk) => receivers[desk].idle()));
    redis.disconnect();
    await giveBack(db);
  });
  return { app, url, ctx, clock, echo, port, lines, looked: () => looked };
}
