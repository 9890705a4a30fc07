// Both frameworks for real against the local server: polling, webhooks, buttons, files, floods, blocks.
import { describe, expect, it } from 'vitest';
import { samplePhoto } from '../../support/telegram/index.ts';
import { FRAMEWORKS } from './frameworks.ts';
import { playground, TOKEN } from './playground.ts';

describe.each(FRAMEWORKS)('$name', (framework) => {
  it('answers by long polling', async () => {
    const { api, bot, user } = await playground();
    await framework.poll(api.root, TOKEN);
    await user.start(bot, 'from-a-link');
    expect((await user.reply(bot)).text).toBe('echo /start from-a-link');
    await user.send(bot, 'Сәлем');
    expect((await user.reply(bot)).text).toBe('echo Сәлем');
    expect(api.warnings).toEqual([]);
  });

  it('answers by webhook, with the secret, in order', async () => {
    const { api, bot, user, call } = await playground();
    const { url } = await framework.webhook(api.root, TOKEN, 'the-secret');
    await user.start(bot);
    for (const text of ['one', 'two', 'three']) await user.send(bot, text);
    expect(await call('setWebhook', { url, secret_token: 'the-secret' })).toMatchObject({ ok: true });
    await user.waitFor(bot, 'echo three');
    const answers = user.chat(bot).filter((message) => message.from === 'bot');
    expect(answers.map((message) => message.text)).toEqual([
      'echo /start',
      'echo one',
      'echo two',
      'echo three',
    ]);
    await bot.settled();
    expect(await call('getWebhookInfo')).toMatchObject({ result: { url, pending_update_count: 0 } });
  });

  it('shows buttons, answers a tap and edits in place', async () => {
    const { api, bot, user } = await playground();
    await framework.poll(api.root, TOKEN);
    await user.start(bot);
    await user.command(bot, '/menu');
    const menu = await user.waitFor(bot, 'Choose');
    expect(menu.source).toBe('<b>Choose</b>');
    expect(menu.entities).toEqual([{ type: 'bold', offset: 0, length: 6 }]);
    await user.tap(bot, 'Yes');
    const edited = await user.waitFor(bot, 'Chosen: yes');
    expect(edited).toMatchObject({ id: menu.id, edits: 1, buttons: [] });
    expect(user.toasts(bot)).toEqual(['Noted']);
  });

  it('downloads what was sent and sends pictures', async () => {
    const { api, bot, user } = await playground();
    const running = await framework.poll(api.root, TOKEN);
    await user.start(bot);
    const bytes = samplePhoto(7, 640, 480);
    await user.sendPhoto(bot, { bytes, caption: 'evidence' });
    const reply = await user.waitFor(bot, /^photo /);
    const downloaded = await fetch(await running.fileUrl(reply.text.slice('photo '.length)));
    expect(Buffer.from(await downloaded.arrayBuffer()).equals(bytes)).toBe(true);
    await running.sendPhoto(user.id, bytes);
    const picture = await user.waitFor(bot, (message) => message.kind === 'photo');
    expect(picture.message.photo?.at(-1)).toMatchObject({ width: 640, height: 480, file_size: bytes.length });
  });

  it('sees 429 with retry_after, and 403 once blocked', async () => {
    const { api, bot, user } = await playground();
    const running = await framework.poll(api.root, TOKEN);
    await user.start(bot);
    await user.reply(bot);
    api.faults.next('sendMessage', { kind: 'too-many-requests', retryAfter: 7 });
    const flooded = await running.send(user.id, 'hello').catch((error: unknown) => error);
    expect(flooded).toMatchObject({ parameters: { retry_after: 7 } });
    await running.send(user.id, 'hello again');
    await user.block(bot);
    await expect(running.send(user.id, 'still there?')).rejects.toThrow(
      'Forbidden: bot was blocked by the user',
    );
    await user.unblock(bot);
    await running.send(user.id, 'welcome back');
    await user.waitFor(bot, 'welcome back');
  });
});
