// The server as a program of its own: says where it is, answers, ends on a signal.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';

it('runs by itself', { timeout: 20_000 }, async () => {
  const script = new URL('../../support/telegram/serve.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', script, '0'], {
    env: { ...process.env, PARTICIPANT_BOT_TOKEN: '900001:from-env', STAFF_BOT_TOKEN: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const root = String((await lines.next()).value).replace('TELEGRAM_API_ROOT=', '');
  expect((await lines.next()).value).toBe('PARTICIPANT_BOT_TOKEN=900001:from-env');
  expect((await lines.next()).value).toBe('STAFF_BOT_TOKEN=1000002:local-staff');
  const me = await fetch(`${root}/bot900001:from-env/getMe`);
  expect(await me.json()).toMatchObject({ ok: true, result: { username: 'local_participant_bot' } });
  child.kill('SIGTERM');
  expect((await once(child, 'exit'))[0]).toBe(0);
});
