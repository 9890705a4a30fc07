// Telegram's limits and refusals, word for word, over plain HTTP.
import { describe, expect, it } from 'vitest';
import { samplePhoto } from '../../support/telegram/index.ts';
import { playground, TOKEN } from './playground.ts';

const inline = (button: object) => ({ inline_keyboard: [[{ text: 'Go', ...button }]] });

describe('a message is refused', () => {
  it.each([
    ['without a chat', { text: 'a' }, 'Bad Request: chat_id is empty'],
    ['to nobody', { chat_id: 999, text: 'a' }, 'Bad Request: chat not found'],
    ['to a bot', { chat_id: 700001, text: 'a' }, "Forbidden: bot can't send messages to bots"],
    ['without text', { chat_id: 501 }, 'Bad Request: message text is empty'],
    ['with blank text', { chat_id: 501, text: ' \n ' }, 'Bad Request: message text is empty'],
    [
      'with nothing in its tags',
      { chat_id: 501, text: '<b></b>', parse_mode: 'HTML' },
      'Bad Request: message text is empty',
    ],
    ['above 4096 characters', { chat_id: 501, text: 'ә'.repeat(4097) }, 'Bad Request: message is too long'],
    [
      'with Markdown',
      { chat_id: 501, text: '*a*', parse_mode: 'MarkdownV2' },
      'Bad Request: unsupported parse_mode',
    ],
    [
      'as an answer to nothing',
      { chat_id: 501, text: 'a', reply_parameters: { message_id: 77 } },
      'Bad Request: message to be replied not found',
    ],
  ])('%s', async (_, params, description) => {
    const { bot, user, call } = await playground();
    await user.start(bot);
    const code = description.startsWith('Forbidden') ? 403 : 400;
    expect(await call('sendMessage', params)).toEqual({ ok: false, error_code: code, description });
    expect(user.chat(bot)).toHaveLength(1);
  });

  it('before the person pressed Start', async () => {
    const { user, call } = await playground();
    expect(await call('sendMessage', { chat_id: user.id, text: 'hello' })).toEqual({
      ok: false,
      error_code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    });
  });

  it('but 4096 characters count after the tags are gone', async () => {
    const { bot, user, call } = await playground();
    await user.start(bot);
    const text = `<b>${'ә'.repeat(4096)}</b>`;
    expect(await call('sendMessage', { chat_id: user.id, text, parse_mode: 'HTML' })).toMatchObject({
      ok: true,
    });
    expect(user.chat(bot).at(-1)?.text).toHaveLength(4096);
  });
});

describe('a keyboard is refused', () => {
  it.each([
    ['callback data above 64 bytes', inline({ callback_data: `a${'ә'.repeat(32)}` }), 'BUTTON_DATA_INVALID'],
    ['empty callback data', inline({ callback_data: '' }), 'BUTTON_DATA_INVALID'],
    [
      'a button that does nothing',
      inline({}),
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'a link to nowhere',
      inline({ url: 'http://localhost:1/' }),
      "inline keyboard button URL 'http://localhost:1/' is invalid: Wrong HTTP URL",
    ],
    [
      'a web app without TLS',
      inline({ web_app: { url: 'http://a.kz' } }),
      "inline keyboard button Web App URL 'http://a.kz' is invalid: Only HTTPS links are allowed",
    ],
    [
      'buttons without rows',
      { inline_keyboard: [{ text: 'a', callback_data: 'a' }] },
      'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ],
    [
      '101 buttons',
      { inline_keyboard: Array.from({ length: 101 }, (_, at) => [{ text: 'a', callback_data: `${at}` }]) },
      'reply markup is too long',
    ],
    ['a list', [], 'object expected as reply markup'],
    [
      'a reply keyboard without text',
      { keyboard: [[{ request_contact: true }]] },
      "can't parse keyboard button: KeyboardButton must be a String or an Object with a text",
    ],
  ])('with %s', async (_, reply_markup, reason) => {
    const { bot, user, call } = await playground();
    await user.start(bot);
    const reply = await call('sendMessage', { chat_id: user.id, text: 'a', reply_markup });
    expect(reply).toEqual({ ok: false, error_code: 400, description: `Bad Request: ${reason}` });
  });

  it('but 64 bytes of callback data pass, also as text in a form', async () => {
    const { api, bot, user } = await playground();
    await user.start(bot);
    const reply_markup = JSON.stringify(inline({ callback_data: 'ә'.repeat(32) }));
    const body = new URLSearchParams({ chat_id: String(user.id), text: 'a', reply_markup });
    const response = await fetch(`${api.root}/bot${TOKEN}/sendmessage`, { method: 'POST', body });
    expect(response.status).toBe(200);
    expect(user.chat(bot).at(-1)?.buttons).toEqual([[{ text: 'Go', data: 'ә'.repeat(32) }]]);
  });
});

describe('an edit', () => {
  it('that changes nothing is refused; with other buttons it is not', async () => {
    const { bot, user, call } = await playground();
    await user.start(bot);
    const sent = { chat_id: user.id, text: '<i>same</i>', parse_mode: 'HTML' };
    await call('sendMessage', { ...sent, reply_markup: inline({ callback_data: 'a' }) });
    const message_id = user.chat(bot).at(-1)?.id;
    const again = { ...sent, message_id, reply_markup: inline({ callback_data: 'a' }) };
    const refused = await call('editMessageText', again);
    expect(refused.description).toBe(
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
    expect(await call('editMessageText', { ...sent, message_id })).toMatchObject({ ok: true });
    expect(user.chat(bot).at(-1)).toMatchObject({ text: 'same', edits: 1, buttons: [] });
  });

  it('of a missing, foreign, deleted or reply-keyboard message is refused', async () => {
    const { bot, user, call } = await playground();
    const own = await user.start(bot);
    const edit = (message_id: number | undefined) =>
      call('editMessageText', { chat_id: user.id, message_id, text: 'new' });
    expect((await edit(undefined)).description).toBe('Bad Request: message identifier is not specified');
    expect((await edit(12345)).description).toBe('Bad Request: message to edit not found');
    expect((await edit(own.id)).description).toBe("Bad Request: message can't be edited");
    await call('sendMessage', { chat_id: user.id, text: 'menu', reply_markup: { keyboard: [['One']] } });
    const menu = user.chat(bot).at(-1);
    expect((await edit(menu?.id)).description).toBe("Bad Request: message can't be edited");
    expect(await call('deleteMessage', { chat_id: user.id, message_id: menu?.id })).toMatchObject({
      ok: true,
    });
    expect((await edit(menu?.id)).description).toBe('Bad Request: message to edit not found');
    expect(user.chat(bot).at(-1)?.deleted).toBe(true);
  });

  it('of a caption keeps to 1024 characters and needs media', async () => {
    const { api, bot, user, call } = await playground();
    await user.start(bot);
    const form = new FormData();
    form.set('chat_id', String(user.id));
    form.set('caption', 'a'.repeat(1025));
    form.set('photo', new Blob([new Uint8Array(samplePhoto(1))]), 'a.png');
    const send = () => fetch(`${api.root}/bot${TOKEN}/sendPhoto`, { method: 'POST', body: form });
    expect(await (await send()).json()).toMatchObject({
      description: 'Bad Request: message caption is too long',
    });
    form.set('caption', 'first');
    expect(await (await send()).json()).toMatchObject({ ok: true });
    const message_id = user.chat(bot).at(-1)?.id;
    await call('editMessageCaption', { chat_id: user.id, message_id, caption: 'second' });
    expect(user.chat(bot).at(-1)).toMatchObject({ kind: 'photo', text: 'second' });
    const asText = await call('editMessageText', { chat_id: user.id, message_id, text: 'x' });
    expect(asText.description).toBe('Bad Request: there is no text in the message to edit');
  });
});

describe('a call', () => {
  it('with a wrong token or method is refused', async () => {
    const { api, call } = await playground();
    const stranger = await fetch(`${api.root}/bot1:nobody/getMe`);
    expect(stranger.status).toBe(401);
    expect(await stranger.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' });
    expect(await call('sendNothing')).toEqual({ ok: false, error_code: 404, description: 'Not Found' });
  });

  it('with an unknown parameter passes and is warned about', async () => {
    const { api, bot, user, call } = await playground();
    await user.start(bot);
    expect(await call('sendMessage', { chat_id: user.id, text: 'a', parsemode: 'HTML' })).toMatchObject({
      ok: true,
    });
    expect(api.warnings).toEqual([
      { bot: 'qadam_test_bot', method: 'sendMessage', text: 'unknown parameter "parsemode"' },
    ]);
  });

  it('beyond the flood limits is refused when they are on', async () => {
    const { api, bot, user, call } = await playground();
    await user.start(bot);
    const send = () => call('sendMessage', { chat_id: user.id, text: 'a' });
    expect(await send()).toMatchObject({ ok: true });
    expect(await send()).toMatchObject({ ok: true });
    api.rates.enabled = true;
    expect(await send()).toMatchObject({ ok: true });
    expect(await send()).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
  });

  it('to answer a tap is refused when late', async () => {
    let time = new Date('2026-03-02T09:00:00Z');
    const { bot, user, call } = await playground(() => time);
    await user.start(bot);
    await call('sendMessage', { chat_id: user.id, text: 'a', reply_markup: inline({ callback_data: 'a' }) });
    expect(user.chat(bot).at(-1)?.message.date).toBe(time.getTime() / 1000);
    const callback_query_id = await user.tap(bot, 'Go');
    expect(
      (await call('answerCallbackQuery', { callback_query_id, text: 'a'.repeat(201) })).description,
    ).toBe('Bad Request: MESSAGE_TOO_LONG');
    expect(await call('answerCallbackQuery', { callback_query_id, text: 'Сақталды' })).toMatchObject({
      ok: true,
    });
    expect(user.toasts(bot)).toEqual(['Сақталды']);
    time = new Date('2026-03-02T09:02:00Z');
    expect((await call('answerCallbackQuery', { callback_query_id })).description).toBe(
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    );
  });

  it('to answer a tap that a test pushed raw passes', async () => {
    const { bot, user, call } = await playground();
    await user.start(bot);
    bot.push({ callback_query: { id: 'raw-1', from: user.profile, chat_instance: '1', data: 'last-month' } });
    const answer = { callback_query_id: 'raw-1', text: 'Ескі батырма', show_alert: true };
    expect(await call('answerCallbackQuery', answer)).toMatchObject({ ok: true });
    expect(user.callbackAnswers(bot)).toEqual([{ queryId: 'raw-1', text: 'Ескі батырма', alert: true }]);
  });

  it('sets commands by scope and language, and refuses wrong ones', async () => {
    const { call } = await playground();
    const commands = [{ command: 'status', description: 'Жағдайым' }];
    await call('setMyCommands', { commands, language_code: 'kk' });
    expect((await call('getMyCommands', { language_code: 'kk' })).result).toEqual(commands);
    expect((await call('getMyCommands')).result).toEqual([]);
    const wrong = await call('setMyCommands', { commands: [{ command: 'Status!', description: 'a' }] });
    expect(wrong.description).toBe('Bad Request: BOT_COMMAND_INVALID');
  });
});
