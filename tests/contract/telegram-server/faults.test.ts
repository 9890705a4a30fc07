// Faults a test can plan: what the caller sees, and whether the message arrived.
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../support/telegram/index.ts';
import { playground, TOKEN } from './playground.ts';

async function started() {
  const ground = await playground();
  await ground.user.start(ground.bot);
  const { api, bot, user } = ground;
  const post = (text: string, signal?: AbortSignal) =>
    fetch(`${api.root}/bot${TOKEN}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id: user.id, text }),
      ...(signal === undefined ? {} : { signal }),
    });
  const arrived = () => user.chat(bot).filter((message) => message.from === 'bot').length;
  return { ...ground, post, arrived };
}

describe('the next calls', () => {
  it.each<[Fault, number, string]>([
    [{ kind: 'too-many-requests', retryAfter: 3 }, 429, '"retry_after":3'],
    [{ kind: 'server-error' }, 500, 'Internal Server Error'],
    [{ kind: 'bad-gateway' }, 502, '<h1>502 Bad Gateway</h1>'],
  ])('are refused: %o', async (fault, status, part) => {
    const { api, post, arrived } = await started();
    api.faults.next('sendMessage', fault, { times: 2 });
    for (const text of ['one', 'two']) {
      const response = await post(text);
      expect(response.status).toBe(status);
      expect(await response.text()).toContain(part);
    }
    expect(arrived()).toBe(0);
    expect((await post('three')).status).toBe(200);
    expect(arrived()).toBe(1);
    expect(api.calls(TOKEN, 'sendMessage').map((call) => call.status)).toEqual([status, status, 200]);
  });

  it('are answered with broken JSON', async () => {
    const { api, post, arrived } = await started();
    api.faults.next('sendMessage', { kind: 'malformed' });
    await expect((await post('a')).json()).rejects.toThrow();
    expect(arrived()).toBe(1);
  });

  it('are accepted, then left hanging', async () => {
    const { api, bot, user, post } = await started();
    api.faults.next('sendMessage', { kind: 'hang', holdMs: 60_000 });
    const gaveUp = new AbortController();
    const call = post('accepted', gaveUp.signal);
    await user.waitFor(bot, 'accepted');
    gaveUp.abort();
    await expect(call).rejects.toThrow();
    api.faults.next('sendMessage', { kind: 'hang', holdMs: 1 });
    await expect(post('broken off')).rejects.toThrow();
    await user.waitFor(bot, 'broken off');
  });

  it('break before or after they take effect', async () => {
    const { api, post, arrived } = await started();
    api.faults.next('sendMessage', { kind: 'reset' });
    await expect(post('lost')).rejects.toThrow();
    expect(arrived()).toBe(0);
    api.faults.next('sendMessage', { kind: 'reset', takesEffect: true });
    await expect(post('kept')).rejects.toThrow();
    expect(arrived()).toBe(1);
  });

  it('are late, only in one chat, only of one method', async () => {
    const { api, post, call } = await started();
    api.faults.next('sendMessage', { kind: 'server-error' }, { chatId: 777 });
    api.faults.next('*', { kind: 'delay', ms: 30 });
    expect((await post('on time')).status).toBe(200);
    expect(api.faults.left).toBe(1);
    api.faults.clear();
    expect(await call('getMe')).toMatchObject({
      ok: true,
      result: { username: 'qadam_test_bot', is_bot: true },
    });
  });
});
