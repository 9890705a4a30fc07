// A command that nobody offers is unknown, also where it is called as something that every object has.
import { expect, it } from 'vitest';
import { Host } from './participant/host.ts';

it.each(['/constructor', '/__proto__', '/hasOwnProperty', '/toString'])('%s is unknown', async (command) => {
  const host = await Host.open();
  const chat = await host.student();
  await chat.say(command);
  expect(chat.keys).toEqual(['common:dialogue.unknown-command']);
  await host.stage.close();
});
