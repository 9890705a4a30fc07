// A process that answered and died before it could say so: whoever takes the update up answers once more, and the person
// can tell from the reference that the two answers are one.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listen, openConversation } from '../../bot/conversing.ts';
import type { ChannelPort } from '../../bot/dialogue/port.ts';
import { referenceOf } from '../../bot/dialogue/reference.ts';
import { newHost } from '../support/credit/cast.ts';
import { openStage, type Stage } from '../support/transcript/stage.ts';
import { quietLog } from '../support/world/log.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await newHost(stage.ctx);
});
afterAll(() => stage.close());

it('answers again under a reference', async () => {
  const { ctx } = stage;
  const said: string[] = [];
  const port: ChannelPort = {
    send: async (_to, { html }) => String(said.push(html)),
    replace: async (_to, id) => id,
    answerTap: async () => undefined,
    remove: async () => true,
    fetchFile: async () => Promise.reject(new Error('nobody sends files here')),
  };
  const at = { desk: 'staff', channel: 'telegram' } as const;
  const { receiver, stop } = listen(ctx, await openConversation(ctx), at, port, quietLog);
  await receiver.accept({
    ...{ id: '1', order: 1, address: { ...at, chat: 'head' }, ownMessage: null, languageTag: 'kk' },
    ...{ input: { kind: 'command', name: 'help', argument: '' }, sentAt: '2026-10-05T06:00:00.000Z' },
  });
  await receiver.idle();
  expect(said).toHaveLength(1);
  // As it stands when the process died between the answer and its note.
  await ctx.db.collection('inbox').updateMany({}, { $set: { state: 'waiting', endedAt: null } });
  await receiver.drain('staff.telegram.head');
  await stop();
  const reference = referenceOf('reply:staff.telegram.head:1:0');
  expect(said).toHaveLength(2);
  expect(said[0]).not.toContain(reference);
  expect(said[1]).toContain(reference);
  expect(said[1]?.startsWith(said[0] ?? '-')).toBe(true);
});
