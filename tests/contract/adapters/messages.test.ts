// What both Telegram adapters make of messages: in, out, in place, with files. The same tests for grammY and Telegraf.
import { describe, expect, it } from 'vitest';
import { samplePhoto } from '../../support/telegram/index.ts';
import { adapters, polling, TOKEN } from './setup.ts';

const labels = (rows: readonly (readonly { text: string }[])[]) =>
  rows.map((row) => row.map(({ text }) => text));
const MENU = [
  ['Yes', 'Same'],
  ['Photo', 'Page'],
];

describe.each(adapters)('$name', (adapter) => {
  it('takes texts, commands with payload and bot name, contacts and what it cannot use', async () => {
    const { bot, user, echo } = await polling(adapter);
    await user.start(bot, 'invite-42');
    expect((await user.reply(bot)).text).toBe('command start invite-42');
    await user.send(bot, 'сәлем');
    expect((await user.waitFor(bot, /^echo/)).text).toBe('echo сәлем');
    await user.send(bot, '/Menu@qadam_adapter_bot two\nlines');
    await user.waitFor(bot, /^command menu two\nlines$/);
    await user.sendContact(bot);
    await user.waitFor(bot, 'contact +70000000000 own');
    await user.sendContact(bot, { user_id: 999, phone_number: '+70000000009' });
    await user.waitFor(bot, "contact +70000000009 another's");
    await user.sendSticker(bot);
    await user.waitFor(bot, 'unsupported sticker');
    await user.sendLocation(bot);
    await user.waitFor(bot, 'unsupported location');
    const first = echo.heard[0];
    expect(first).toMatchObject({
      address: { desk: 'participant', channel: 'telegram', chat: String(user.id) },
      languageTag: 'ru',
      id: String(first?.order),
    });
    expect(first?.ownMessage).toMatch(/^\d+$/);
  });

  it('takes an edited message as what it is: its words are looked through, and answer nothing', async () => {
    const { bot, user, echo } = await polling(adapter);
    await user.start(bot);
    const sent = await user.send(bot, 'first');
    await user.edit(bot, sent, 'second');
    await user.waitFor(bot, 'unsupported edited');
    expect(echo.heard.at(-1)?.input).toEqual({ kind: 'unsupported', what: 'edited', written: 'second' });
    await user.sendContact(bot, { first_name: 'Ата', last_name: 'Мысал', user_id: 999 });
    await user.waitFor(bot, /^contact .* another's$/);
    expect(echo.heard.at(-1)?.input).toMatchObject({ kind: 'contact', name: 'Ата Мысал' });
  });

  it('opens a form inside Telegram, by https only', async () => {
    const { bot, user, channel } = await polling(adapter);
    await user.start(bot);
    await user.reply(bot);
    const to = { desk: 'participant', channel: 'telegram', chat: String(user.id) } as const;
    const form = (url: string) => ({
      html: 'form',
      buttons: [[{ label: 'Open', url, app: true }]],
      media: [],
    });
    await channel.port.send(to, form('https://qadam.example/forms/app/abc'));
    const [[shown]] = (await user.waitFor(bot, 'form')).buttons as [[unknown]];
    expect(shown).toEqual({ text: 'Open', webApp: 'https://qadam.example/forms/app/abc' });
    await expect(channel.port.send(to, form('http://127.0.0.1:8080/forms/app/abc'))).rejects.toMatchObject({
      kind: 'refused',
    });
  });

  it('hears nothing of groups', async () => {
    const { bot, user, inbox } = await polling(adapter);
    const from = user.profile;
    const group = { id: -5, type: 'group' as const, title: 'Group' };
    bot.push({ message: { message_id: 1, date: 1, chat: group, from, text: 'hello' } });
    await user.start(bot);
    await user.reply(bot);
    expect(inbox.arrivals).toBe(1);
  });

  it('answers a tap in place, with a toast', async () => {
    const { api, bot, user } = await polling(adapter);
    await user.start(bot);
    await user.send(bot, 'menu');
    const menu = await user.waitFor(bot, 'Choose');
    expect(labels(menu.buttons)).toEqual(MENU);
    expect(menu.source).toBe('<b>Choose</b>');
    const tap = await user.tap(bot, 'Yes');
    expect((await user.waitForAnswer(bot, tap)).text).toBe('Noted');
    const chosen = await user.waitFor(bot, 'Chosen: yes');
    expect(chosen).toMatchObject({ id: menu.id, edits: 1, buttons: [] });
    expect(api.warnings).toEqual([]);
  });

  it('takes "message is not modified" for done', async () => {
    const { api, bot, user, receiver, inbox, unsent } = await polling(adapter);
    await user.start(bot);
    await user.send(bot, 'menu');
    const tap = await user.tap(bot, 'Same');
    expect((await user.waitForAnswer(bot, tap)).text).toBe('');
    await receiver.idle();
    expect(api.calls(TOKEN, 'editMessageText').map(({ status }) => status)).toEqual([400]);
    expect(unsent).toEqual([]);
    expect(inbox.states()).toEqual(['done', 'done', 'done']);
  });

  it('takes the place of its last message, and sends anew where that is gone', async () => {
    const { bot, user, channel, receiver } = await polling(adapter);
    await user.start(bot);
    const first = await user.reply(bot);
    await user.send(bot, 'last');
    expect((await user.waitFor(bot, 'In place of the last')).id).toBe(first.id);
    await receiver.idle();
    const to = { desk: 'participant', channel: 'telegram', chat: String(user.id) } as const;
    expect(await channel.port.remove(to, String(first.id))).toBe(true);
    await user.send(bot, 'last');
    expect((await user.waitFor(bot, 'In place of the last')).id).toBeGreaterThan(first.id);
    expect(await channel.port.remove(to, '987654')).toBe(false);
  });

  it('removes a message with sensitive data', async () => {
    const { bot, user, receiver } = await polling(adapter);
    await user.start(bot);
    const secret = await user.send(bot, 'secret');
    await user.waitFor(bot, 'Removed');
    await receiver.idle();
    expect(user.chat(bot).find(({ id }) => id === secret.id)?.deleted).toBe(true);
  });

  it('sends one photo with its caption and buttons, and edits the caption in place', async () => {
    const { bot, user } = await polling(adapter);
    await user.start(bot);
    await user.send(bot, 'card');
    const card = await user.waitFor(bot, 'A card');
    expect(card.kind).toBe('photo');
    expect(labels(card.buttons)).toEqual(MENU);
    await user.tap(bot, 'Yes', { message: card });
    const decided = await user.waitFor(bot, 'Chosen: yes');
    expect(decided).toMatchObject({ id: card.id, kind: 'photo', buttons: [] });
  });

  it('sends an album, then the text with the buttons', async () => {
    const { bot, user } = await polling(adapter);
    await user.start(bot);
    await user.send(bot, 'album 3');
    const text = await user.waitFor(bot, 'An album');
    expect(labels(text.buttons)).toEqual(MENU);
    const shown = user.chat(bot).filter(({ from, id }) => from === 'bot' && id > text.id - 4);
    expect(shown.map(({ kind }) => kind)).toEqual(['photo', 'photo', 'photo', 'text']);
    expect(new Set(shown.slice(0, 3).map(({ message }) => message.media_group_id)).size).toBe(1);
  });

  it('splits what is more than an album', async () => {
    const { api, bot, user } = await polling(adapter);
    await user.start(bot);
    await user.send(bot, 'album 11');
    await user.waitFor(bot, 'An album', { timeoutMs: 15_000 });
    const methods = api.calls(TOKEN).map(({ method }) => method);
    expect(methods.filter((name) => name === 'sendMediaGroup' || name === 'sendPhoto')).toEqual([
      'sendMediaGroup',
      'sendPhoto',
    ]);
  });

  it('sends documents by their names, and a text too long for a caption by itself', async () => {
    const { bot, user } = await polling(adapter);
    await user.start(bot);
    await user.send(bot, 'documents');
    await user.waitFor(bot, ({ message }) => message.document?.file_name === 'document 2.png');
    await user.send(bot, 'long');
    await user.waitFor(bot, /^x{1500}$/);
    expect(user.chat(bot).at(-2)?.kind).toBe('photo');
  });

  it('sends a large file whole, under a name in Kazakh with spaces', async () => {
    const { api, bot, user, channel } = await polling(adapter);
    await user.start(bot);
    const bytes = new Uint8Array(30 * 1024 * 1024).fill(7);
    const file = { kind: 'document', name: 'Есеп (қазан) 1.pdf', mime: 'application/pdf', bytes } as const;
    const to = { desk: 'participant', channel: 'telegram', chat: String(user.id) } as const;
    await channel.port.send(to, { html: 'Есеп', buttons: [], media: [file] });
    const { message } = await user.waitFor(bot, 'Есеп');
    expect(message.document).toMatchObject({ file_name: file.name, file_size: bytes.length });
    expect(api.warnings).toEqual([]);
  });

  it('puts a photo in the place of words by sending it and removing them', async () => {
    const { bot, user, receiver } = await polling(adapter);
    await user.start(bot);
    await user.send(bot, 'menu');
    const menu = await user.waitFor(bot, 'Choose');
    await user.tap(bot, 'Photo');
    expect((await user.waitFor(bot, 'Now with a photo')).kind).toBe('photo');
    await receiver.idle();
    expect(user.chat(bot).find(({ id }) => id === menu.id)?.deleted).toBe(true);
  });

  it('fetches every kind of file', async () => {
    const { bot, user } = await polling(adapter);
    await user.start(bot);
    const bytes = samplePhoto(7, 300, 200);
    await user.sendPhoto(bot, { bytes, caption: 'here' });
    const photo = await user.waitFor(bot, /^photo/);
    expect(photo.text).toMatch(new RegExp(`^photo \\S+ image/jpeg ${bytes.length} here$`));
    const content = Buffer.from('%PDF-1.4 sample');
    await user.sendDocument(bot, { bytes: content, name: 'есеп 1.pdf', mime: 'application/pdf' });
    await user.waitFor(bot, `document есеп 1.pdf application/pdf ${content.length}`);
    await user.sendVideo(bot);
    await user.waitFor(bot, /^video video\.mp4 video\/mp4/);
    await user.sendVoice(bot);
    await user.waitFor(bot, /^voice .* audio\/ogg/);
    await user.sendVideoNote(bot);
    await user.waitFor(bot, /^video-note .* video\/mp4/);
  });

  it('takes the photos of an album in order, as one group', async () => {
    const { bot, user, echo, receiver } = await polling(adapter);
    await user.start(bot);
    const sizes = [40, 50, 60].map((width) => samplePhoto(width, width, 40));
    await user.sendAlbum(
      bot,
      sizes.map((bytes, at) => ({ bytes, ...(at === 0 ? { caption: 'ours' } : {}) })),
    );
    await user.waitFor(bot, new RegExp(` ${sizes[2]?.length} of an album$`));
    await receiver.idle();
    const files = echo.heard.flatMap(({ input }) => (input.kind === 'file' ? [input] : []));
    expect(files.map(({ caption }) => caption)).toEqual(['ours', '', '']);
    expect(new Set(files.map(({ file }) => file.group)).size).toBe(1);
    expect(files.map(({ file }) => file.size)).toEqual(sizes.map(({ length }) => length));
  });

  it('does not fetch a file over 20 MB', async () => {
    const { api, bot, user } = await polling(adapter);
    await user.start(bot);
    await user.sendDocument(bot, { bytes: Buffer.alloc(20 * 1024 * 1024 + 1), name: 'big.bin' });
    await user.waitFor(bot, 'too large 20971520');
    expect(api.calls(TOKEN, 'getFile')).toEqual([]);
  });

  it('hears that it was blocked, and says nothing', async () => {
    const { api, bot, user, echo, receiver, inbox } = await polling(adapter);
    await user.start(bot);
    await user.reply(bot);
    await receiver.idle();
    const before = api.calls(TOKEN, 'sendMessage').length;
    await user.block(bot);
    await expect.poll(() => inbox.states()).toEqual(['done', 'done']);
    expect(echo.heard.at(-1)?.input).toEqual({ kind: 'blocked' });
    expect(api.calls(TOKEN, 'sendMessage')).toHaveLength(before);
  });

  it('shows commands in each language', async () => {
    const { api, bot, channel } = await polling(adapter);
    const list = (description: string) => [{ command: 'menu', description }];
    await channel.setCommands({ kk: list('Мәзір'), ru: list('Меню'), en: list('Menu') });
    expect(api.calls(TOKEN, 'setMyCommands').map(({ params }) => params.language_code ?? '')).toEqual([
      ...['', 'kk', 'ru', 'en'],
    ]);
    expect([...bot.commands.values()].map((commands) => commands[0]?.description)).toEqual([
      ...['Мәзір', 'Мәзір', 'Меню', 'Menu'],
    ]);
    expect(await channel.describe()).toEqual({ username: 'qadam_adapter_bot' });
  });
});
