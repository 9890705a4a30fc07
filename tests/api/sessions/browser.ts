// A browser in front of the console: it keeps the cookie, says where its requests come from and sends the token along.
// Codes are read where the worker would take them to the staff chat. Everyone is fictional.
import type { ManualClock } from '../../../engine/kernel/clock.ts';
import type { Message } from '../../../engine/kernel/message.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import type { Answered, ServerStage } from '../server/stage.ts';
import { openServer } from '../server/stage.ts';

export const ORIGIN = 'https://console.example';

export type Method = 'GET' | 'POST' | 'DELETE';

export interface Sent {
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

export class Browser {
  readonly #server: ServerStage;
  cookie: string | null = null;
  csrfToken: string | null = null;
  /** The `Set-Cookie` of the last answer. */
  lastCookie = '';

  constructor(server: ServerStage) {
    this.#server = server;
  }

  async send(method: Method, path: string, { body, headers = {} }: Sent = {}): Promise<Answered> {
    const usual = {
      host: 'console.example',
      'x-forwarded-proto': 'https',
      'user-agent': 'Browser of the tests',
      'sec-fetch-site': 'same-origin',
      ...(method !== 'GET' && { origin: ORIGIN }),
      ...(this.cookie !== null && { cookie: this.cookie }),
      ...(this.csrfToken !== null && { 'x-csrf-token': this.csrfToken }),
    };
    const sent = Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== undefined);
    const answer = await this.#server.app.inject({
      method,
      url: `/v1${path}`,
      headers: Object.fromEntries(sent) as Record<string, string>,
      ...(body && { payload: body }),
    });
    const set = answer.headers['set-cookie'];
    if (typeof set === 'string') {
      this.lastCookie = set;
      this.cookie = set.split(';')[0] ?? null;
    }
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      json: () => answer.json(),
    };
  }

  /** Asks for a code. @returns the attempt */
  async ask(person: string): Promise<string> {
    return String((await this.send('POST', '/session/code', { body: { person } })).json().attempt);
  }

  async enter(attempt: string, code: string, sent: Sent = {}): Promise<Answered> {
    const answer = await this.send('POST', '/session', { ...sent, body: { attempt, code } });
    if (answer.status === 201) this.csrfToken = String(answer.json().csrfToken);
    return answer;
  }

  async signIn(person: string): Promise<Answered> {
    const attempt = await this.ask(person);
    return this.enter(attempt, (await codesTo(this.#server, person)).at(-1) ?? 'none');
  }
}

/** Every code that was sent to a person, oldest first. */
export async function codesTo({ ctx }: ServerStage, person: string): Promise<string[]> {
  const found = await deliveries
    .on(ctx.db)
    .find({ person, desk: 'staff' })
    .sort({ createdAt: 1, _id: 1 })
    .lean();
  return found.flatMap(({ message }) => (message as Message).texts.map((each) => String(each.params?.code)));
}

export interface ConsoleStage extends ServerStage {
  readonly sessionClock: ManualClock;
}

/** The server behind a proxy that speaks https, as in production. */
export async function openConsole(
  sessionClock: ManualClock,
  parts: Parameters<typeof openServer>[0] = {},
): Promise<ConsoleStage> {
  return { ...(await openServer({ behindProxy: true, sessionClock, ...parts })), sessionClock };
}
