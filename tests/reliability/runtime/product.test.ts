// The product itself, as `npm start` runs it: with both Telegram bots, and with what may be wrong about them.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type BotApi, startBotApi } from '../../support/telegram/index.ts';
import { type Launched, launch, newDataDirectory, processesOf } from './launched.ts';

const product = fileURLToPath(new URL('../../../engine/runtime/start.ts', import.meta.url));
const tokens = {
  PARTICIPANT_BOT_TOKEN: '1001:participant-token-of-tests',
  STAFF_BOT_TOKEN: '1002:staff-token-of-tests',
};

let api: BotApi;
let directory: string;
let launched: Launched | null = null;

async function start(environment: NodeJS.ProcessEnv = {}): Promise<Launched> {
  api = await startBotApi();
  directory = newDataDirectory();
  launched = launch(directory, { PORT: '0', TELEGRAM_API_ROOT: api.root, ...environment }, product);
  return launched;
}

afterEach(async () => {
  launched?.child.kill('SIGTERM');
  await launched?.ended;
  await api.close();
  rmSync(directory, { recursive: true, force: true });
});

describe('npm start', () => {
  it('runs both bots, the web chat and the API, answers in Telegram, and stops in order', async () => {
    const running = await start(tokens);
    const participants = api.addBot({
      token: tokens.PARTICIPANT_BOT_TOKEN,
      username: 'qadam_bot',
      name: 'Qadam',
    });
    const staff = api.addBot({
      token: tokens.STAFF_BOT_TOKEN,
      username: 'qadam_staff_bot',
      name: 'Qadam staff',
    });
    const address = await running.ready();
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    expect((await fetch(`${address}/chat`)).status).toBe(200);
    const person = api.user({ id: 77, firstName: 'Айым', languageCode: 'kk' });
    await person.start(participants);
    await person.waitFor(participants, 'Тілді таңдаңыз', { timeoutMs: 15_000 });
    await person.tap(participants, 'Қазақша');
    await person.waitFor(participants, 'Әлеуметтік студенттік кредит', { timeoutMs: 15_000 });
    await person.start(staff);
    await person.waitFor(staff, 'Тілді таңдаңыз', { timeoutMs: 15_000 });
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    expect(processesOf(directory).size).toBe(0);
  }, 200_000);

  it('ends with one line when Telegram does not accept a token', async () => {
    const running = await start({ PARTICIPANT_BOT_TOKEN: tokens.PARTICIPANT_BOT_TOKEN });
    expect(await running.ended).toBe(78);
    expect(running.output()).toMatch(/Qadam cannot start:\n {2}PARTICIPANT_BOT_TOKEN[^\n]*\n$/);
    expect(running.output()).not.toContain(tokens.PARTICIPANT_BOT_TOKEN);
  }, 200_000);

  it('ends with what is meant when a variable is misspelt', async () => {
    const running = await start({ MONGO_URI: 'mongodb://127.0.0.1:1/x' });
    expect(await running.ended).toBe(78);
    expect(running.output()).toContain('MONGODB_URI');
  }, 30_000);
});
