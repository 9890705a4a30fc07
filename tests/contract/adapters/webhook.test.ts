// Webhooks through both adapters: the secret, what is stored before Telegram hears 200, and what is sent again.
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Adapter, adapters, type Rig, rigOf, TOKEN } from './setup.ts';

const SECRET = 'a-secret_Of-the-webhook';

interface Served {
  readonly url: string;
  readonly statuses: number[];
}

/** The API process's part: hands the body and the header on, answers with the status. */
async function serve(rig: Rig): Promise<Served> {
  const statuses: number[] = [];
  const server = createServer(async (req, res) => {
    const secret = req.headers['x-telegram-bot-api-secret-token'];
    const status = await rig.channel.handleWebhook(
      await json(req),
      typeof secret === 'string' ? secret : undefined,
    );
    statuses.push(status);
    res.writeHead(status).end();
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`, statuses };
}

async function started(adapter: Adapter): Promise<Rig & Served> {
  const rig = await rigOf(adapter);
  const served = await serve(rig);
  await rig.channel.start(rig.receiver, { webhook: { url: served.url, secret: SECRET } });
  return { ...rig, ...served };
}

const update = (id: number, text = 'hello') => ({
  update_id: id,
  message: {
    message_id: id,
    date: 1_790_000_000,
    chat: { id: 601, type: 'private', first_name: 'Сынақ' },
    from: { id: 601, is_bot: false, first_name: 'Сынақ', language_code: 'ru' },
    text,
  },
});

describe.each(adapters)('$name', (adapter) => {
  it('answers what Telegram brings', async () => {
    const { api, bot, user, statuses } = await started(adapter);
    await user.start(bot);
    expect((await user.reply(bot)).text).toBe('command start');
    await user.send(bot, 'menu');
    const tap = await user.tap(bot, 'Yes');
    expect((await user.waitForAnswer(bot, tap)).text).toBe('Noted');
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(api.calls(TOKEN).filter(({ byWebhook }) => byWebhook)).toEqual([]);
    expect(api.warnings).toEqual([]);
  });

  it.each([['wrong'], [''], [undefined], [`${SECRET}x`], [SECRET.toUpperCase()]])(
    'stores nothing for the secret %s',
    async (secret) => {
      const { channel, inbox } = await started(adapter);
      expect(await channel.handleWebhook(update(1), secret)).toBe(401);
      expect(inbox.arrivals).toBe(0);
    },
  );

  it('takes nothing at all while it polls', async () => {
    const rig = await rigOf(adapter);
    await rig.channel.start(rig.receiver);
    expect(await rig.channel.handleWebhook(update(1), undefined)).toBe(401);
    expect(await rig.channel.handleWebhook(update(1), '')).toBe(401);
    expect(rig.inbox.arrivals).toBe(0);
  });

  it('says 200 only when the update is stored', async () => {
    const { channel, inbox } = await started(adapter);
    let stored = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      stored = resolve;
    });
    inbox.beforeStoring = () => gate;
    let status: number | null = null;
    const handled = channel.handleWebhook(update(7), SECRET).then((told) => {
      status = told;
    });
    await expect.poll(() => inbox.arrivals).toBe(1);
    expect([status, inbox.entries.size]).toEqual([null, 0]);
    stored();
    await handled;
    expect([status, inbox.entries.size]).toEqual([200, 1]);
  });

  it('does not wait for the conversation', async () => {
    const { channel, echo, receiver } = await started(adapter);
    let answer = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      answer = resolve;
    });
    echo.before = () => gate;
    expect(await channel.handleWebhook(update(8), SECRET)).toBe(200);
    answer();
    await receiver.idle();
  });

  it('says 503 when it could not be stored, and Telegram brings it again', async () => {
    const { bot, user, inbox, statuses } = await started(adapter);
    inbox.failures.push(new Error('the store is away'), new Error('still away'));
    await user.start(bot);
    expect((await user.reply(bot)).text).toBe('command start');
    expect(statuses).toEqual([503, 503, 200]);
  });

  it.each([[null], ['text'], [[]], [{}], [{ update_id: 'x' }]])(
    'refuses what is no update: %j',
    async (body) => {
      const { channel, inbox } = await started(adapter);
      expect(await channel.handleWebhook(body, SECRET)).toBe(400);
      expect(inbox.arrivals).toBe(0);
    },
  );

  it.each([
    [{ update_id: 3 }],
    [{ update_id: 3, message: null }],
    [{ update_id: 3, message: {} }],
    [{ update_id: 3, message: 'x', callback_query: 5 }],
    [{ update_id: 3, message: { chat: null, text: 5, photo: 'x' } }],
    [{ update_id: 3, callback_query: { id: 1, message: {}, data: 'x' } }],
    [{ update_id: 3, my_chat_member: { new_chat_member: { status: 'kicked' } } }],
    [{ update_id: 3, message: { ...update(3).message, text: { $ne: null } } }],
    [
      {
        update_id: 3,
        message: { ...update(3).message, text: 'x', from: { id: 1, language_code: { $set: {} } } },
      },
    ],
    [
      {
        update_id: 3,
        message: { ...update(3).message, voice: { file_id: 'x', file_size: { $where: '1' } } },
      },
    ],
    [{ update_id: 3, message: { ...update(3).message, text: 'x', date: 1e300 } }],
    [{ update_id: 3, my_chat_member: { chat: { id: { toString: 1, valueOf: 1 }, type: 'private' } } }],
  ])('survives a misshapen one: %j', async (body) => {
    const { channel, inbox } = await started(adapter);
    expect(await channel.handleWebhook(body, SECRET)).toBe(200);
    expect(inbox.entries.size).toBe(0);
  });

  it('the same update five times at once is stored and handled once', async () => {
    const { channel, echo, receiver, inbox } = await started(adapter);
    const five = await Promise.all([1, 2, 3, 4, 5].map(() => channel.handleWebhook(update(9), SECRET)));
    expect(five).toEqual([200, 200, 200, 200, 200]);
    await receiver.idle();
    expect([inbox.entries.size, echo.heard.length]).toEqual([1, 1]);
  });
});
