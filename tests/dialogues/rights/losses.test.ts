// Before their data are deleted everybody reads what ends for them, and nothing that they never had.
import { expect, it } from 'vitest';
import { people } from '../../../engine/people/store.ts';
import { Host } from '../participant/host.ts';

it('names a role at work only to those who have one', async () => {
  const host = await Host.open();
  const chat = await host.student();
  await chat.say('/delete');
  expect(chat.keys).toContain('common:erase.explain');
  expect(chat.keys).not.toContain('common:erase.staff');
  const head = { role: 'head', scope: 'organisation:190140000011' } as const;
  await people.on(host.stage.ctx.db).updateMany({}, { $push: { grants: head } });
  await chat.say('/cancel');
  await chat.say('/delete');
  expect(chat.keys).toContain('common:erase.staff');
  await host.stage.close();
});
