// Notices go to the chat that a person used last, although not every word in it is noted.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { meet } from '../../bot/meeting.ts';
import { MINUTE, SECOND } from '../../engine/kernel/clock.ts';
import { markReachable, personOfChat, reachOf } from '../../engine/people/reach.ts';
import { people } from '../../engine/people/store.ts';
import { newHost, newStudent } from '../support/credit/cast.ts';
import { openStage, type Stage } from '../support/transcript/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await newHost(stage.ctx);
});
afterAll(() => stage.close());

const [phone, laptop] = ['participant.telegram.two', 'participant.web.two'] as const;

async function withTwoChats(): Promise<string> {
  const { ctx, clock } = stage;
  const { id } = await newStudent(ctx, 'two', phone);
  const second = { key: laptop, desk: 'participant', usedAt: clock.now(), reachable: true };
  await people.on(ctx.db).updateOne({ _id: id }, { $push: { chats: second } });
  return id;
}

it('follows a person from one chat to the other within a minute, and back', async () => {
  const { ctx, clock } = stage;
  const id = await withTwoChats();
  for (const chat of [phone, laptop, phone]) {
    clock.advance(5 * SECOND);
    await meet(ctx, chat, false);
    expect((await reachOf(ctx, id, 'participant'))?.chat).toBe(chat);
  }
  const usedAt = async () => (await personOfChat(ctx, phone))?.chats.find(({ key }) => key === phone)?.usedAt;
  const noted = await usedAt();
  clock.advance(5 * SECOND);
  await meet(ctx, phone, false);
  expect(await usedAt()).toEqual(noted);
  clock.advance(MINUTE);
  await meet(ctx, phone, false);
  expect(await usedAt()).toEqual(clock.now());
  await markReachable(ctx, phone, false);
  await meet(ctx, phone, false);
  expect((await reachOf(ctx, id, 'participant'))?.chat).toBe(phone);
});
