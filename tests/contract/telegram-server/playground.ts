// A fresh server with one bot and one person for each test of this folder; everything is closed after the test.
import { onTestFinished } from 'vitest';
import { type Bot, type BotApi, startBotApi, type User } from '../../support/telegram/index.ts';

export const TOKEN = '700001:test-token';

export interface Playground {
  readonly api: BotApi;
  readonly bot: Bot;
  readonly user: User;
  /** One plain HTTP call of a Bot API method, JSON in and out. */
  call(method: string, params?: object): Promise<Reply>;
}

export interface Reply {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number };
}

export async function playground(now?: () => Date): Promise<Playground> {
  const api = await startBotApi(now === undefined ? {} : { now });
  onTestFinished(() => api.close());
  const bot = api.addBot({ token: TOKEN, username: 'qadam_test_bot', name: 'Test bot' });
  const user = api.user({ id: 501, firstName: 'Үлгі', lastName: 'Сынақов', languageCode: 'kk' });
  const call = async (method: string, params: object = {}): Promise<Reply> => {
    const response = await fetch(`${api.root}/bot${TOKEN}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    return (await response.json()) as Reply;
  };
  return { api, bot, user, call };
}
