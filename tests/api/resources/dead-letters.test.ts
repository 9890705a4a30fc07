// Updates that could not be handled: listed without what they said, handled anew when the fault is fixed, answered once.
// The real conversation, receiver and web chat on the real store; the fault is a rule book that breaks when it is opened.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { webPort } from '../../../bot/adapters/web.ts';
import { openConversation } from '../../../bot/conversing.ts';
import { createRenderer } from '../../../bot/delivery/render.ts';
import { createReceiver, type Receiver } from '../../../bot/dialogue/receiver.ts';
import type { Session } from '../../../bot/dialogue/session.ts';
import type { IncomingUpdate, Input } from '../../../bot/dialogue/update.ts';
import { chatKey } from '../../../engine/kernel/chat.ts';
import { DAY, ManualClock, MINUTE, systemClock } from '../../../engine/kernel/clock.ts';
import { people } from '../../../engine/people/store.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { storedInbox } from '../../../engine/store/inbox.ts';
import { readsAll } from '../../../engine/store/indexes.ts';
import { messagesOf } from '../../../engine/store/web-shown.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { cast } from '../access/cast.ts';
import { openServer, type Server } from './server.ts';
import { type Story, tellStory } from './story.ts';

let story: Story;
let server: Server;
let receiver: Receiver;
let broken = false;
const clock = new ManualClock('2026-09-14T06:00:00Z');

beforeAll(async () => {
  story = await tellStory(emptyDatabase());
  server = await openServer(story.ctx);
  receiver = await receiverOf(story.ctx);
});
afterAll(async () => {
  await receiver.idle();
  await server.close();
  await story.close();
});

/** Moved by hand, so that a dead letter needs no five real pauses. */
async function receiverOf({ rules, ...ctx }: EngineContext): Promise<Receiver> {
  const breaking = {
    ...ctx,
    get rules() {
      if (broken) throw new TypeError('a rule without a value');
      return rules;
    },
  };
  return createReceiver({
    ...{ desk: 'participant', channel: 'web', inbox: storedInbox<IncomingUpdate, Session>(ctx), clock },
    conversation: await openConversation(breaking),
    port: webPort(breaking, null),
    render: createRenderer(async () => null),
    last: { get: async () => null, set: async () => undefined },
    onUnsent: async () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
}

let visitor = 0;
let order = 0;
const address = () => ({ desk: 'participant', channel: 'web', chat: `visitor-${visitor}` }) as const;
const chat = () => chatKey(address());

beforeEach(async () => {
  visitor += 1;
  broken = false;
  await people.on(story.ctx.db).updateOne({ _id: story.studentB }, { $set: { 'chats.0.key': chat() } });
});

/** @returns the id of the update's entry */
async function send(input: Input): Promise<string> {
  order += 1;
  const id = `${chat()}/${order}`;
  const sentAt = clock.now().toISOString();
  await receiver.accept({
    id,
    order,
    address: address(),
    input,
    ownMessage: null,
    languageTag: 'ru',
    sentAt,
  });
  await receiver.idle();
  return `participant.web/${id}`;
}

async function sweep(): Promise<void> {
  clock.advance(2 * MINUTE);
  await receiver.sweep();
  await receiver.idle();
}

/** @returns the reference that the person was told */
async function die(input: Input): Promise<string> {
  broken = true;
  await send(input);
  for (let tries = 1; tries < 5; tries += 1) await sweep();
  broken = false;
  const [, reference = ''] = /([A-Z2-9]{8})/.exec((await said()).at(-1) ?? '') ?? [];
  return reference;
}

const said = async () => (await messagesOf(story.ctx, chat())).map(({ html }) => html);
const entry = (reference: string) => story.ctx.db.collection('inbox').findOne({ reference });
const retry = (id: string, wish?: string) =>
  server.post(cast.operator, `/v1/dead-letters/${id}/retry`, {}, wish);
const status = { kind: 'command', name: 'status', argument: '' } as const;
const words = { kind: 'text', text: 'Құпия сөз' } as const;

it('lists what died by the reference that was told, without what was written or where', async () => {
  const reference = await die(words);
  expect(await entry(reference)).toMatchObject({ state: 'dead', attempts: 5 });
  const { body, text } = await server.get(cast.operator, '/v1/dead-letters?desk=participant&channel=web');
  expect(body.items[0]).toEqual({
    ...{ id: reference, desk: 'participant', channel: 'web', person: story.studentB, input: 'text' },
    ...{ attempts: 5, blanked: false },
    ...{ receivedAt: expect.any(String), endedAt: expect.any(String) },
  });
  expect(text).not.toMatch(/Құпия|visitor/);
  const elsewhere = await server.get(cast.operator, '/v1/dead-letters?desk=staff');
  expect(elsewhere.body.items).toEqual([]);
});

it('is a page at a time, the last to die first, each once', async () => {
  const references = [await die(status), await die(status)];
  const first = await server.get(cast.operator, '/v1/dead-letters?limit=1');
  const second = await server.get(cast.operator, `/v1/dead-letters?limit=1&cursor=${first.body.next}`);
  expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(references.reverse());
  expect(Buffer.from(String(first.body.next), 'base64url').toString()).not.toContain('visitor');
});

it('is handled anew after the hint and answered once, which stands in the audit chain of its person', async () => {
  const reference = await die(status);
  const before = (await said()).length;
  const [once, again] = [await retry(reference, 'fixed'), await retry(reference, 'fixed')];
  expect(once).toMatchObject({ status: 200, body: { id: reference, state: 'waiting' } });
  expect(again).toMatchObject({ status: 200, body: once.body });
  expect((await retry(reference)).body.errors).toMatchObject([{ code: 'common.already-done' }]);
  for (let round = 0; round < 3; round += 1) await sweep();
  expect(await said()).toHaveLength(before + 1);
  expect((await said()).at(-1)).toContain('Қарттарға көмек');
  expect(await entry(reference)).toMatchObject({ state: 'done', attempts: 0 });
  expect((await retry(reference)).status).toBe(409);
  await story.relay();
  const { body } = await server.get(cast.operator, `/v1/audit?document=people/${story.studentB}&limit=200`);
  const noted = body.items.filter(({ action }) => action === 'update retried');
  expect(noted).toMatchObject([{ details: { update: reference } }]);
});

it('that fails anew is told under the same reference, and may be retried again', async () => {
  const reference = await die(status);
  await retry(reference);
  broken = true;
  for (let tries = 1; tries <= 5; tries += 1) await sweep();
  expect(await entry(reference)).toMatchObject({ state: 'dead', attempts: 5 });
  expect((await said()).filter((html) => html.includes(reference))).toHaveLength(2);
  broken = false;
  expect((await retry(reference)).status).toBe(200);
  await sweep();
  expect((await said()).at(-1)).toContain('Қарттарға көмек');
});

it('goes before what came later and waits', async () => {
  const reference = await die(status);
  broken = true;
  await send(status);
  await retry(reference);
  broken = false;
  await sweep();
  const states = await story.ctx.db
    .collection('inbox')
    .find({ ...readsAll, chat: chat() } as never)
    .sort({ endedAt: 1 })
    .toArray();
  expect(states.map(({ state }) => state)).toEqual(['done', 'done']);
  expect(states[0]?.reference).toBe(reference);
});

it('is not handled in the middle of what its person has gone on to, unless it is a button', async () => {
  const [late, tap] = [
    await die(words),
    await die({ kind: 'tap', data: 'go:menu:', message: null, interaction: '1' }),
  ];
  await send(status);
  const answer = await retry(late);
  expect(answer).toMatchObject({ status: 409, body: { errors: [{ code: 'common.chat-moved-on' }] } });
  expect(await entry(late)).toMatchObject({ state: 'dead' });
  expect((await retry(tap)).status).toBe(200);
});

it('is not handled after a week when nobody knows any more what came later', async () => {
  await send(status);
  const [young, old] = [await die(words), await die(words)];
  const inbox = story.ctx.db.collection('inbox');
  await inbox.deleteOne({ chat: chat(), state: 'done' });
  const receivedAt = new Date(systemClock.now().getTime() - 7 * DAY);
  await inbox.updateOne({ reference: old }, { $set: { receivedAt } });
  expect((await retry(old)).body.errors).toMatchObject([{ code: 'common.chat-moved-on' }]);
  expect((await retry(young)).status).toBe(200);
});

it('whose words were removed cannot be handled, and says so', async () => {
  const reference = await die(words);
  const { _id: id } = (await entry(reference)) ?? {};
  await storedInbox<IncomingUpdate>(story.ctx).forget(String(id));
  const answer = await retry(reference);
  expect(answer).toMatchObject({ status: 409, body: { errors: [{ code: 'common.words-gone' }] } });
  const { body } = await server.get(cast.operator, '/v1/dead-letters?limit=1');
  expect(body.items).toMatchObject([{ id: reference, blanked: true }]);
});

it('of a newcomer has nobody in whose chain to stand, and is retried all the same', async () => {
  const reference = await die(status);
  await people.on(story.ctx.db).updateOne({ _id: story.studentB }, { $set: { 'chats.0.key': 'elsewhere' } });
  expect((await server.get(cast.operator, '/v1/dead-letters?limit=1')).body.items).toMatchObject([
    { id: reference, person: null },
  ]);
  expect((await retry(reference)).status).toBe(200);
  expect((await retry('NOWHERE2')).status).toBe(404);
});
