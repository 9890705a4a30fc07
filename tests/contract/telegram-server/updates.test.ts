// Long polling and webhooks: order, confirmation, conflicts, repetition.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { serve } from './frameworks.ts';
import { playground, type Reply, TOKEN } from './playground.ts';

const idsOf = (reply: Reply): number[] =>
  (reply.result as { readonly update_id: number }[]).map((update) => update.update_id);

describe('long polling', () => {
  it('repeats what is not confirmed and forgets what is', async () => {
    const { bot, user, call } = await playground();
    await user.start(bot);
    await user.send(bot, 'two');
    const first = idsOf(await call('getUpdates'));
    expect(first).toHaveLength(2);
    expect(idsOf(await call('getUpdates', { limit: 1 }))).toEqual(first.slice(0, 1));
    expect(idsOf(await call('getUpdates', { offset: -1 }))).toEqual(first.slice(1));
    expect(idsOf(await call('getUpdates', { offset: (first[1] ?? 0) + 1 }))).toEqual([]);
    expect(bot.pending()).toEqual([]);
  });

  it('waits for an update and answers at once', async () => {
    const { bot, user, call } = await playground();
    const poll = call('getUpdates', { timeout: 30 });
    await user.start(bot);
    expect((await poll).result).toMatchObject([
      { message: { text: '/start', from: { language_code: 'kk' } } },
    ]);
  });

  it('keeps updates for the next poll when a client hangs up', async () => {
    const { api, bot, user, call } = await playground();
    const hungUp = new AbortController();
    const poll = fetch(`${api.root}/bot${TOKEN}/getUpdates?timeout=30`, { signal: hungUp.signal });
    hungUp.abort();
    await expect(poll).rejects.toThrow();
    await user.start(bot);
    expect(idsOf(await call('getUpdates'))).toHaveLength(1);
  });

  it('ends an older poll with a conflict, and gives way to a webhook', async () => {
    const { call } = await playground();
    const older = call('getUpdates', { timeout: 30 });
    const newer = call('getUpdates', { timeout: 30 });
    const ended = await Promise.race([older, newer]);
    expect(ended).toEqual({
      ok: false,
      error_code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    const { url } = await serve((_, res) => res.end());
    expect(await call('setWebhook', { url })).toMatchObject({ result: true, description: 'Webhook was set' });
    const descriptions = (await Promise.all([older, newer])).map((reply) => reply.description);
    expect(descriptions).toContain('Conflict: terminated by setWebhook request');
    expect((await call('getUpdates')).description).toBe(
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
    await call('deleteWebhook');
    expect(await call('getUpdates')).toMatchObject({ ok: true });
  });

  it('sends only the kinds asked for', async () => {
    const { bot, user, call } = await playground();
    await call('getUpdates', { allowed_updates: ['callback_query', 'my_chat_member'] });
    await user.start(bot);
    await user.block(bot);
    expect((await call('getUpdates')).result).toMatchObject([
      { my_chat_member: { new_chat_member: { status: 'kicked' } } },
    ]);
  });

  it('gives out an update again, and a raw one', async () => {
    const { bot, user, call } = await playground();
    await user.start(bot);
    const [id = 0] = idsOf(await call('getUpdates'));
    await call('getUpdates', { offset: id + 1 });
    bot.redeliver(id);
    expect(idsOf(await call('getUpdates', { offset: id + 1 }))).toEqual([id]);
    expect(idsOf(await call('getUpdates', { offset: id + 1 }))).toEqual([]);
    const raw = bot.push({ inline_query: { id: '1', from: user.profile, query: '', offset: '' } });
    expect(raw.update_id).toBe(id + 1);
    expect(() => bot.redeliver(1)).toThrow('No update 1');
  });
});

interface Received {
  readonly secret: string | undefined;
  readonly id: number;
  readonly text: string | undefined;
}

/** Answers each delivery as `answer` says and remembers it. */
async function hook(answer: (res: ServerResponse, count: number) => void) {
  const received: Received[] = [];
  const { url } = await serve(async (req: IncomingMessage, res) => {
    const update = JSON.parse(await text(req)) as { update_id: number; message?: { text?: string } };
    const secret = req.headers['x-telegram-bot-api-secret-token'];
    received.push({
      ...{ id: update.update_id, text: update.message?.text },
      secret: typeof secret === 'string' ? secret : undefined,
    });
    answer(res, received.length);
  });
  return { url, received };
}

describe('a webhook', () => {
  it('gets each update until it accepts it, in order, with the secret', async () => {
    const { bot, user, call } = await playground();
    const { url, received } = await hook((res, count) => res.writeHead(count < 3 ? 500 : 200).end());
    await call('setWebhook', { url, secret_token: 's-1' });
    await user.start(bot);
    await user.send(bot, 'next');
    await bot.settled();
    expect(received.map((one) => one.text)).toEqual(['/start', '/start', '/start', 'next']);
    expect(new Set(received.map((one) => one.secret))).toEqual(new Set(['s-1']));
    expect((await call('getWebhookInfo')).result).toMatchObject({
      last_error_message: 'Wrong response from the webhook: 500',
    });
  });

  it('works on other chats while one is slow', async () => {
    const { api, bot, user, call } = await playground();
    const other = api.user({ id: 502, firstName: 'Екінші' });
    const held: ServerResponse[] = [];
    const { url, received } = await hook((res, count) => {
      if (count === 1) held.push(res);
      else res.end();
    });
    await call('setWebhook', { url });
    await user.start(bot);
    await user.send(bot, 'behind');
    await other.start(bot);
    await other.send(bot, 'ahead');
    await expect.poll(() => received.length).toBe(3);
    expect(received.map((one) => one.text)).not.toContain('behind');
    held[0]?.end();
    await bot.settled();
    expect(received.at(-1)?.text).toBe('behind');
  });

  it('may answer with a call', async () => {
    const { api, bot, user, call } = await playground();
    const { url } = await hook((res) => {
      res.writeHead(200, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ method: 'sendMessage', chat_id: 501, text: 'by webhook' }));
    });
    await call('setWebhook', { url });
    await user.start(bot);
    await user.waitFor(bot, 'by webhook');
    expect(api.calls(TOKEN, 'sendMessage')).toMatchObject([{ byWebhook: true, status: 200 }]);
  });

  it('gets an update again when a test wants it', async () => {
    const { bot, user, call } = await playground();
    const { url, received } = await hook((res) => res.end());
    await call('setWebhook', { url });
    await user.start(bot);
    await bot.settled();
    bot.redeliver(received[0]?.id ?? 0);
    await bot.settled();
    expect(received).toHaveLength(2);
    expect(received[1]).toEqual(received[0]);
  });

  it('must be on this machine', async () => {
    const { call } = await playground();
    expect(await call('setWebhook', { url: 'https://bots.example.kz/hook' })).toMatchObject({
      error_code: 400,
    });
    expect(await call('setWebhook', { url: 'http://127.0.0.1:1/', secret_token: 'ә' })).toMatchObject({
      error_code: 400,
      description: 'Bad Request: secret token contains unallowed characters',
    });
  });
});

it('closes with everything open', async () => {
  const { api, call } = await playground();
  const poll = call('getUpdates', { timeout: 30 }).catch(() => 'broken');
  await call('getMe');
  await api.close();
  expect(await poll).toBe('broken');
});
