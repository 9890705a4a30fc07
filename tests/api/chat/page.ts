// The user of a web chat without a browser: keeps the cookie, sends, and follows the event stream.
import type { WireChanges, WireMessage, WireToast } from '../../../api/chat/wire.ts';

const PATIENCE = 8_000;

export class Page {
  readonly #url: string;
  /** Of every request: the language, the cookie. */
  readonly headers: Record<string, string>;
  /** The visitor's first chat. */
  chat = '';

  private constructor(url: string, language: string) {
    this.#url = url;
    this.headers = { 'accept-language': language, 'x-qadam': '1' };
  }

  static async open(url: string, { language = 'ru', desk = 'participant' } = {}): Promise<Page> {
    const page = new Page(url, language);
    const response = await page.post(`/chat/session?desk=${desk}`, undefined);
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (cookie) page.headers.cookie = cookie;
    const { chats } = (await response.json()) as { chats: { chat: string }[] };
    page.chat = chats[0]?.chat ?? '';
    return page;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.#url}${path}`, { headers: { ...this.headers, ...headers } });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    return fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: { ...this.headers, ...json, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  say(text: string, id: string = crypto.randomUUID(), chat = this.chat): Promise<Response> {
    return this.post('/chat/messages', { id, chat, text });
  }

  tap(message: number, data: string, chat = this.chat): Promise<Response> {
    const tap = { message: String(message), data };
    return this.post('/chat/messages', { id: crypto.randomUUID(), chat, tap });
  }

  attach(bytes: Uint8Array, name: string, fields: Record<string, string> = {}): Promise<Response> {
    const form = new FormData();
    for (const [key, value] of Object.entries({ id: crypto.randomUUID(), chat: this.chat, ...fields }))
      form.append(key, value);
    form.append('file', new Blob([Uint8Array.from(bytes)]), name);
    return fetch(`${this.#url}/chat/files`, { method: 'POST', headers: this.headers, body: form });
  }

  async follow(chats: readonly string[] = [this.chat], after = ''): Promise<Stream> {
    const query = new URLSearchParams(chats.map((chat) => ['chat', chat]));
    const stop = new AbortController();
    const response = await fetch(`${this.#url}/chat/events?${query}`, {
      headers: { ...this.headers, ...(after && { 'last-event-id': after }) },
      signal: stop.signal,
    });
    if (!response.ok || !response.body) throw new Error(`no stream: ${await response.text()}`);
    return new Stream(response.body, stop);
  }
}

/** What a page has seen by way of events. */
export class Stream {
  readonly changes: WireChanges[] = [];
  readonly toasts: WireToast[] = [];
  /** To resume from. */
  lastId = '';
  readonly #stop: AbortController;
  #waiting: (() => void)[] = [];

  constructor(body: ReadableStream<Uint8Array>, stop: AbortController) {
    this.#stop = stop;
    void this.#read(body).catch(() => undefined);
  }

  /** The messages of a chat as a page would show them now. */
  shown(chat?: string): WireMessage[] {
    const found = new Map<number, WireMessage>();
    for (const change of this.changes) {
      if (chat !== undefined && change.chat !== chat) continue;
      for (const each of change.messages)
        if ((found.get(each.seq)?.rev ?? -1) < each.rev) found.set(each.seq, each);
    }
    return [...found.values()].sort((a, b) => a.seq - b.seq);
  }

  texts = (chat?: string): string[] => this.shown(chat).map((each) => each.html);

  /** Waits for events until the condition holds. */
  async until(condition: (stream: Stream) => boolean): Promise<void> {
    const deadline = AbortSignal.timeout(PATIENCE);
    while (!condition(this)) {
      await new Promise<void>((resolve, reject) => {
        this.#waiting.push(resolve);
        const last = () => reject(new Error(`seen: ${JSON.stringify([this.texts(), this.toasts])}`));
        deadline.addEventListener('abort', last, { once: true });
      });
    }
  }

  leave(): void {
    this.#stop.abort();
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = '';
    for await (const chunk of body.pipeThrough(
      new TextDecoderStream() as never,
    ) as never as AsyncIterable<string>) {
      const events = (rest + chunk).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) this.#take(event);
    }
  }

  #take(event: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(event)?.[1];
    const data = field('data');
    if (data === undefined) return;
    if (field('event') === 'toast') this.toasts.push(JSON.parse(data) as WireToast);
    else this.changes.push(JSON.parse(data) as WireChanges);
    this.lastId = field('id') ?? this.lastId;
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
