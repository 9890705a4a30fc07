// What must not be kept is blanked in the inbox by the receiver, also where the answer cannot be given now.
import { expect, it } from 'vitest';
import type { ChannelPort } from '../../../bot/dialogue/port.ts';
import { createReceiver } from '../../../bot/dialogue/receiver.ts';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import { Echo, literal } from './echo.ts';
import { MemoryInbox } from './memory-inbox.ts';
import { logInto } from './setup.ts';

const away = async (): Promise<never> => {
  throw new Error('away');
};
const port: ChannelPort = { send: away, replace: away, answerTap: away, remove: away, fetchFile: away };

it('blanks a text that must not be kept, and leaves every other', async () => {
  const inbox = new MemoryInbox();
  const receiver = createReceiver({
    ...{ desk: 'participant', channel: 'web', inbox, conversation: new Echo(), port, render: literal },
    ...{ clock: new ManualClock('2026-10-05T06:00:00Z'), log: logInto([]), onUnsent: away },
    last: { get: async () => null, set: async () => undefined },
  });
  for (const [order, text] of ['secret 1', 'hello'].entries())
    await receiver.accept({
      ...{ id: `${order}`, order, ownMessage: null, languageTag: null, sentAt: '2026-10-05T06:00:00.000Z' },
      address: { desk: 'participant', channel: 'web', chat: `${order}` },
      input: { kind: 'text', text },
    });
  await receiver.idle();
  expect(inbox.states()).toEqual(['waiting', 'waiting']);
  expect([...inbox.entries.values()].map(({ update }) => update.input)).toEqual([
    { kind: 'text', text: '' },
    { kind: 'text', text: 'hello' },
  ]);
});
