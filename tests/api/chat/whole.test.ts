// The web chat with the real dialogues behind it: what must not be kept is gone everywhere, and a link finds its offer.
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { chatRoutes } from '../../../api/chat/routes.ts';
import { openWebChat, type WebChat } from '../../../api/web-chat.ts';
import { openConversation } from '../../../bot/conversing.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { checkDigit } from '../../../engine/kernel/iin.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { inviteStaff } from '../../../engine/programmes/invitations.ts';
import { readResolvedConfiguration } from '../../../engine/runtime/configuration.ts';
import { plainText } from '../../../locales/texts.ts';
import { operatorEnvironment } from '../../support/operator.ts';
import { sharedRedis } from '../../support/services/fresh-database.ts';
import { samplePhoto } from '../../support/telegram/index.ts';
import { openServer } from '../server/stage.ts';
import { Page, type Stream } from './page.ts';

const eleven = '05010150023';
const IIN = `${eleven}${checkDigit(eleven)}`;

async function open(desk: 'participant' | 'staff') {
  const config = readResolvedConfiguration({
    MONGODB_URI: 'mongodb://unused/unused',
    REDIS_URL: sharedRedis(),
    SECRET_KEY: 'a secret key that only tests use, long enough',
    ...operatorEnvironment,
  });
  const opened: WebChat[] = [];
  const server = await openServer({
    open: async (ctx) => {
      const engine = { ctx, demoClock: null, close: async () => undefined };
      const chat = openWebChat(config, engine, await openConversation(ctx), pino({ level: 'silent' }));
      opened.push(chat);
      return [chatRoutes(chat.parts)];
    },
  });
  onTestFinished(async () => {
    await Promise.all(opened.map((chat) => chat.stop()));
    await server.close();
  });
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const page = await Page.open(url, { language: 'ru', desk });
  return { server, ctx: server.ctx as EngineContext, page, stream: await page.follow() };
}

/** Taps the button that says `label`, on the newest message that has it. */
async function tap(page: Page, stream: Stream, label: string): Promise<void> {
  const withIt = () =>
    stream.shown().findLast((each) => each.buttons.flat().some((button) => button.label === label));
  await stream.until(() => withIt() !== undefined);
  const message = withIt();
  const data = message?.buttons.flat().find((button) => button.label === label)?.data ?? '';
  expect((await page.tap(message?.seq ?? 0, data)).status).toBe(202);
}

const operator: Actor = { kind: 'person', id: 'operator', grants: [{ role: 'operator', scope: 'all' }] };
const russian = plainText({ key: 'common:language.ru' }, 'ru');

test('a personal number that was typed stays nowhere: not as text, with a command, nor under a photo', async () => {
  const { ctx, page, stream } = await open('participant');
  await page.say('/start');
  await tap(page, stream, russian);
  const ways = [
    () => page.say(`мой ИИН ${IIN}`),
    () => page.say(`/help ${IIN}`),
    () => page.attach(samplePhoto(1), 'work.png', { caption: `ИИН ${IIN}` }),
  ];
  for (const [index, send] of ways.entries()) {
    expect((await send()).status).toBe(202);
    await stream.until((each) => each.shown().filter(({ removed }) => removed).length === index + 1);
  }
  await expect
    .poll(() => ctx.db.collection('inbox').countDocuments({ state: 'waiting' }), { timeout: 8_000 })
    .toBe(0);
  expect(await ctx.db.collection('inbox').countDocuments({ state: 'done' })).toBe(5);
  for (const { name } of (await ctx.db.db?.listCollections().toArray()) ?? []) {
    const documents = await ctx.db.collection(name).find({}).toArray();
    expect(JSON.stringify(documents), name).not.toContain(IIN);
  }
});

test('a newcomer with a staff link chooses a language first, and then is at the offer', async () => {
  const { ctx, page, stream } = await open('staff');
  const command = { id: 'test/invite', actor: operator };
  const invited = await inviteStaff(ctx, command, { role: 'financial-centre', scope: 'all' });
  const secret = invited.ok ? invited.value : '';
  await page.post('/chat/messages', { id: crypto.randomUUID(), chat: page.chat, start: secret });
  await tap(page, stream, russian);
  const offer = plainText({ key: 'credit-staff:role.financial-centre' }, 'ru');
  await stream.until((each) => each.texts().some((shown) => shown.includes(offer)));
  expect(JSON.stringify(stream.shown())).not.toContain(secret);
});
