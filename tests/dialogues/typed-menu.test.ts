// Where no question waits, a typed button of the menu is that button, whatever was said since the menu was shown.
import { expect, it } from 'vitest';
import { Host } from './participant/host.ts';

it.each(['Найти проект', 'найти проект.', 'жоба іздеу', 'find a project'])('%s', async (typed) => {
  const host = await Host.open();
  const chat = await host.student();
  await chat.say('/help');
  expect(chat.buttonKeys).not.toContain('credit:button.find');
  await chat.say(typed);
  expect(chat.keys).toContain('credit:find.which-direction');
  await host.stage.close();
});

it('leaves a word that only begins like one unanswered', async () => {
  const host = await Host.open();
  const chat = await host.student();
  await chat.say('/help');
  await chat.say('найти');
  expect(chat.keys).toContain('common:dialogue.not-understood');
  await host.stage.close();
});
