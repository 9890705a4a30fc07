// What people can do and see: files, albums, keyboards, stale buttons, edits, blocks.
import { describe, expect, it } from 'vitest';
import { samplePhoto } from '../../support/telegram/index.ts';
import { playground, TOKEN } from './playground.ts';

const yes = { inline_keyboard: [[{ text: 'Yes', callback_data: 'yes' }]] };

describe('a person', () => {
  it('must press Start first and unblock before writing', async () => {
    const { bot, user } = await playground();
    await expect(user.send(bot, 'hello')).rejects.toThrow('Press Start first');
    await user.start(bot);
    await user.block(bot);
    await expect(user.send(bot, 'hello')).rejects.toThrow('Unblock first');
    await user.start(bot);
    expect(bot.pending().map((update) => Object.keys(update)[0])).toEqual([
      'message',
      'my_chat_member',
      'my_chat_member',
      'message',
    ]);
    await expect(user.start(bot, 'not allowed!')).rejects.toThrow('1–64');
  });

  it('sends every kind of message', async () => {
    const { bot, user } = await playground();
    await user.start(bot);
    await user.sendPhoto(bot, { bytes: samplePhoto(3, 1000, 500), caption: 'Сурет' });
    await user.sendDocument(bot, { bytes: Buffer.from('%PDF-'), name: 'a.pdf', mime: 'application/pdf' });
    await user.sendVideo(bot, { duration: 5 });
    await user.sendVoice(bot, { duration: 3 });
    await user.sendVideoNote(bot);
    await user.sendSticker(bot);
    await user.sendContact(bot);
    await user.sendLocation(bot);
    const messages = bot.pending().flatMap((update) => update.message ?? []);
    expect(messages[1]?.photo?.map((size) => `${size.width}x${size.height}`)).toEqual([
      '90x45',
      '320x160',
      '800x400',
      '1000x500',
    ]);
    expect(messages[1]?.caption).toBe('Сурет');
    expect(messages[2]?.document).toMatchObject({ file_name: 'a.pdf', mime_type: 'application/pdf' });
    expect(messages[3]?.video?.duration).toBe(5);
    expect(messages[4]?.voice?.duration).toBe(3);
    expect(messages[7]?.contact).toMatchObject({ user_id: user.id });
    expect(user.chat(bot).map((message) => message.kind)).toEqual([
      'text',
      'photo',
      'document',
      'video',
      'voice',
      'video_note',
      'sticker',
      'contact',
      'location',
    ]);
    await expect(user.sendPhoto(bot, { bytes: Buffer.from('no picture') })).rejects.toThrow('no picture');
  });

  it('sends a long text in pieces, and has messages deleted together', async () => {
    const { bot, user, call } = await playground();
    await user.start(bot);
    await user.send(bot, 'a'.repeat(4096 * 2 + 1));
    const sizes = bot.sent().map((update) => update.message?.text?.length);
    expect(sizes).toEqual([6, 4096, 4096, 1]);
    const message_ids = user.chat(bot).map((message) => message.id);
    await call('deleteMessages', { chat_id: user.id, message_ids: [...message_ids, 99_999] });
    expect(user.chat(bot).every((message) => message.deleted)).toBe(true);
  });

  it('sends an album as separate messages of one group', async () => {
    const { bot, user } = await playground();
    await user.start(bot);
    const album = await user.sendAlbum(bot, [{}, {}, { caption: 'third' }]);
    expect(new Set(album.map((message) => message.message.media_group_id)).size).toBe(1);
    const unique = album.map((message) => message.message.photo?.at(-1)?.file_unique_id);
    expect(new Set(unique).size).toBe(3);
  });

  it('edits, forwards and sees deletions', async () => {
    const { bot, user, call } = await playground();
    await user.start(bot);
    const sent = await user.send(bot, 'befor');
    const fixed = await user.edit(bot, sent, 'before /help');
    expect(fixed).toMatchObject({ id: sent.id, text: 'before /help', edits: 1 });
    expect(sent.text).toBe('befor');
    await user.forward(bot, fixed);
    expect(bot.pending().slice(-2)).toMatchObject([
      { edited_message: { text: 'before /help', entities: [{ type: 'bot_command', offset: 7, length: 5 }] } },
      { message: { text: 'before /help', forward_origin: { type: 'user', sender_user: { id: user.id } } } },
    ]);
    await call('deleteMessage', { chat_id: user.id, message_id: sent.id });
    expect(user.chat(bot).find((message) => message.id === sent.id)?.deleted).toBe(true);
  });

  it('taps the newest button, or an old picture of it', async () => {
    const { bot, user, call } = await playground();
    await user.start(bot);
    for (const text of ['first', 'second']) {
      await call('sendMessage', { chat_id: user.id, text, reply_markup: yes });
    }
    const old = await user.waitFor(bot, 'first');
    await user.tap(bot, 'Yes');
    await call('editMessageText', { chat_id: user.id, message_id: old.id, text: 'closed' });
    await user.tap(bot, /^Y/, { message: old });
    await call('deleteMessage', { chat_id: user.id, message_id: old.id });
    await user.tap(bot, (button) => button.data === 'yes', { message: old });
    const queries = bot.pending().flatMap((update) => update.callback_query ?? []);
    expect(queries).toMatchObject([
      { data: 'yes', message: { text: 'second' } },
      { data: 'yes', message: { text: 'closed' } },
      { data: 'yes', message: { message_id: old.id, date: 0 } },
    ]);
    await expect(user.tap(bot, 'No', { timeoutMs: 1 })).rejects.toThrow('Waited 1 ms for a button No');
  });

  it('presses the reply keyboard, which may ask for a contact', async () => {
    const { bot, user, call } = await playground();
    await user.start(bot);
    const keyboard = [['Мәзір'], [{ text: 'Share', request_contact: true }]];
    await call('sendMessage', { chat_id: user.id, text: 'choose', reply_markup: { keyboard } });
    expect(user.keyboard(bot)).toEqual([['Мәзір'], ['Share']]);
    expect((await user.press(bot, 'Мәзір')).text).toBe('Мәзір');
    expect((await user.press(bot, 'Share')).kind).toBe('contact');
    await call('sendMessage', { chat_id: user.id, text: 'done', reply_markup: { remove_keyboard: true } });
    expect(user.keyboard(bot)).toBeUndefined();
  });

  it('waits for a message by events, and is told what the chat looked like', async () => {
    const { bot, user, call } = await playground();
    await user.start(bot);
    const waiting = user.waitFor(bot, /^later/);
    await call('sendMessage', { chat_id: user.id, text: 'later on' });
    const seen = await waiting;
    expect(seen.text).toBe('later on');
    await expect(user.waitFor(bot, 'later', { after: seen, timeoutMs: 1 })).rejects.toThrow('bot: later on');
  });

  it('who deleted the account is refused', async () => {
    const { bot, user, call } = await playground();
    await user.start(bot);
    await user.deactivate();
    expect(await call('sendMessage', { chat_id: user.id, text: 'a' })).toMatchObject({
      error_code: 403,
      description: 'Forbidden: user is deactivated',
    });
  });
});

describe('a file', () => {
  it('has an id of its own for each bot, and one unique id for its content', async () => {
    const { api, bot, user, call } = await playground();
    const other = api.addBot({ token: '700002:other', username: 'other_test_bot', name: 'Other' });
    await user.start(bot);
    await user.start(other);
    const bytes = samplePhoto(11);
    const [mine, theirs] = [await user.sendPhoto(bot, { bytes }), await user.sendPhoto(other, { bytes })];
    const [a, b] = [mine.message.photo?.at(-1), theirs.message.photo?.at(-1)];
    expect(a?.file_unique_id).toBe(b?.file_unique_id);
    expect(a?.file_id).not.toBe(b?.file_id);
    expect(await call('getFile', { file_id: a?.file_id })).toMatchObject({ ok: true });
    expect((await call('sendPhoto', { chat_id: user.id, photo: b?.file_id })).description).toBe(
      'Bad Request: wrong file identifier/HTTP URL specified',
    );
    expect((await call('sendDocument', { chat_id: user.id, document: a?.file_id })).description).toBe(
      "Bad Request: can't use file of type Photo as Document",
    );
  });

  it('above 20 MB cannot be downloaded', async () => {
    const { bot, user, call } = await playground();
    await user.start(bot);
    const sent = await user.sendVideo(bot, { bytes: Buffer.alloc(20 * 1024 * 1024 + 1) });
    expect((await call('getFile', { file_id: sent.message.video?.file_id })).description).toBe(
      'Bad Request: file is too big',
    );
  });

  it('goes out in albums of two to ten', async () => {
    const { api, bot, user, call } = await playground();
    await user.start(bot);
    const form = new FormData();
    form.set('chat_id', String(user.id));
    form.set('one', new Blob([new Uint8Array(samplePhoto(1))]), 'one.png');
    const media = [
      { type: 'photo', media: 'attach://one', caption: '<b>1</b>', parse_mode: 'HTML' },
      { type: 'photo', media: (await user.sendPhoto(bot)).message.photo?.at(-1)?.file_id },
    ];
    form.set('media', JSON.stringify(media));
    const response = await fetch(`${api.root}/bot${TOKEN}/sendMediaGroup`, { method: 'POST', body: form });
    expect(await response.json()).toMatchObject({ ok: true, result: [{ caption: '1' }, { photo: [{}] }] });
    expect(api.warnings).toEqual([]);
    const alone = await call('sendMediaGroup', { chat_id: user.id, media: media.slice(1) });
    expect(alone.description).toContain('2-10 expected');
  });

  it('must be a picture to be a photo', async () => {
    const { api, bot, user } = await playground();
    await user.start(bot);
    const form = new FormData();
    form.set('chat_id', String(user.id));
    form.set('photo', new Blob(['words']), 'a.png');
    const response = await fetch(`${api.root}/bot${TOKEN}/sendPhoto`, { method: 'POST', body: form });
    expect(await response.json()).toMatchObject({ description: 'Bad Request: IMAGE_PROCESS_FAILED' });
  });
});
