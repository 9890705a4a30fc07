// A process that was slow, and whose chat another has taken over, must not act on the update that it still holds.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConversation } from '../../bot/conversing.ts';
import type { IncomingUpdate, Input } from '../../bot/dialogue/update.ts';
import { storedInbox } from '../../engine/store/inbox.ts';
import { newHost } from '../support/credit/cast.ts';
import { validBin } from '../support/identity/numbers.ts';
import { openStage, type Stage } from '../support/transcript/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await newHost(stage.ctx);
});
afterAll(() => stage.close());

const updateOf = (order: number, input: Input): IncomingUpdate => ({
  id: String(order),
  order,
  address: { desk: 'staff', channel: 'telegram', chat: 'head' },
  input,
  ownMessage: null,
  languageTag: 'ru',
  sentAt: '2026-10-05T06:00:00.000Z',
});

const session = async () =>
  (await stage.ctx.db.collection('chats').findOne({ _id: 'staff.telegram.head' as never }))?.session;

it('leaves the dialogue as it stands, and answers nothing', async () => {
  const conversation = await openConversation(stage.ctx);
  const turn = (update: IncomingUpdate) => conversation.turn(update, () => Promise.reject(new Error()));
  const begin = updateOf(1, { kind: 'tap', data: 'go:org.register:', message: 'm1', interaction: 'i1' });
  const bin = updateOf(2, { kind: 'text', text: validBin(7) });
  const name = updateOf(3, { kind: 'text', text: 'Мысал үйі' });
  for (const update of [begin, bin, name]) await turn(update);
  const before = await session();
  expect(before.flow.step).toBe('kind');
  for (const late of [begin, bin]) expect((await turn(late)).replies).toEqual([]);
  expect(await session()).toEqual(before);
  expect((await turn(name)).replies).toEqual(before.lastTurn.replies);
});

it('cannot call dead what the other has done', async () => {
  const inbox = storedInbox<IncomingUpdate>(stage.ctx);
  await inbox.accept(updateOf(9, { kind: 'text', text: 'Сәлем' }));
  const entry = await inbox.claim('staff.telegram.head', 'fast');
  await inbox.finish(entry?.id ?? '', 'fast');
  await inbox.fail(entry?.id ?? '', 'slow', { reference: 'ABCDEFGH', dead: true });
  const kept = await stage.ctx.db.collection('inbox').findOne({ _id: entry?.id as never });
  expect(kept?.state).toBe('done');
});
