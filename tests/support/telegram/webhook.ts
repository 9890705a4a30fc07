// Delivers one bot's updates by POST: in order within a chat, in parallel across chats, again until accepted.
import { setTimeout as pause } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import { Agent, request } from 'undici';
import { type Now, unixSeconds } from './clock.ts';
import type { QueuedUpdate, UpdateQueue } from './update-queue.ts';

export interface WebhookSettings {
  readonly url: string;
  readonly secret: string | undefined;
  readonly maxConnections: number;
  readonly ipAddress: string | undefined;
}

export interface WebhookHooks {
  readonly now: Now;
  /** The bot answered the delivery with a call of its own. */
  onReply(contentType: string, body: Buffer): Promise<void>;
}

const FIRST_BACKOFF_MS = 20;
const LONGEST_BACKOFF_MS = 1000;
const ANSWER_WITHIN_MS = 60_000;

export class WebhookSender {
  readonly settings: WebhookSettings;
  lastError: { readonly date: number; readonly message: string } | undefined;
  readonly #updates: UpdateQueue;
  readonly #hooks: WebhookHooks;
  readonly #agent: Agent;
  readonly #stopping = new AbortController();
  readonly #inFlight = new Set<QueuedUpdate>();
  readonly #busyChats = new Set<number>();

  constructor(settings: WebhookSettings, updates: UpdateQueue, hooks: WebhookHooks) {
    this.settings = settings;
    this.#updates = updates;
    this.#hooks = hooks;
    this.#agent = new Agent({ connections: settings.maxConnections, bodyTimeout: ANSWER_WITHIN_MS });
  }

  start(): void {
    this.#updates.onPush = () => this.#pump();
    this.#pump();
  }

  /** Stops at once; what was not accepted stays queued. */
  async stop(): Promise<void> {
    this.#updates.onPush = undefined;
    this.#stopping.abort();
    await this.#agent.destroy();
  }

  #pump(): void {
    if (this.#stopping.signal.aborted) return;
    for (const item of [...this.#updates.queued()]) {
      if (this.#inFlight.size >= this.settings.maxConnections) return;
      const chat = chatOf(item.update);
      if (this.#inFlight.has(item) || this.#busyChats.has(chat)) continue;
      this.#inFlight.add(item);
      this.#busyChats.add(chat);
      void this.#deliver(item, chat);
    }
  }

  async #deliver(item: QueuedUpdate, chat: number): Promise<void> {
    let backoff = FIRST_BACKOFF_MS;
    while (!(await this.#attempt(item)) && !this.#stopping.signal.aborted) {
      await pause(backoff, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      backoff = Math.min(backoff * 2, LONGEST_BACKOFF_MS);
    }
    this.#inFlight.delete(item);
    this.#busyChats.delete(chat);
    this.#pump();
  }

  async #attempt(item: QueuedUpdate): Promise<boolean> {
    try {
      const { statusCode, headers, body } = await request(this.settings.url, {
        method: 'POST',
        dispatcher: this.#agent,
        signal: this.#stopping.signal,
        headersTimeout: ANSWER_WITHIN_MS,
        headers: {
          'content-type': 'application/json',
          ...(this.settings.secret === undefined
            ? {}
            : { 'x-telegram-bot-api-secret-token': this.settings.secret }),
        },
        body: JSON.stringify(item.update),
      });
      const answer = Buffer.from(await body.arrayBuffer());
      if (statusCode < 200 || statusCode > 299) {
        this.#failed(`Wrong response from the webhook: ${statusCode}`);
        return false;
      }
      this.#updates.confirm(item);
      const contentType = headers['content-type'];
      if (answer.length > 0 && typeof contentType === 'string')
        await this.#hooks.onReply(contentType, answer);
      return true;
    } catch (error) {
      this.#failed(error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  #failed(message: string): void {
    this.lastError = { date: unixSeconds(this.#hooks.now()), message };
  }
}

/** Updates of one chat are delivered one after another; those of no chat in a line of their own (0). */
function chatOf(update: Update): number {
  const inChat = update.message ?? update.edited_message ?? update.my_chat_member;
  return inChat?.chat.id ?? update.callback_query?.from.id ?? 0;
}
