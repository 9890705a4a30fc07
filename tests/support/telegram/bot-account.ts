// One bot: profile, chats, updates, webhook, commands, and the record of what it asked of the server.
import type { BotCommand, User as Profile, Update } from 'grammy/types';
import type { Now } from './clock.ts';
import { Conversation } from './conversation.ts';
import type { Person } from './person.ts';
import { type UpdateBody, UpdateQueue } from './update-queue.ts';
import type { WebhookSender } from './webhook.ts';

export interface BotOptions {
  /** In Telegram's form, `<digits>:<secret>`; the digits are the bot's id. */
  readonly token: string;
  readonly username: string;
  readonly name: string;
}

/** One call as the server saw it. */
export interface Call {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly at: Date;
  /** HTTP status of the answer; 0 while unanswered or when the connection was broken on purpose. */
  status: number;
  /** Telegram's description, when refused. */
  description?: string;
  /** True when it came as the response to a webhook delivery. */
  readonly byWebhook: boolean;
}

export interface CallbackRecord {
  readonly conversation: Conversation;
  readonly at: Date;
  answered: boolean;
}

const FIRST_UPDATE_ID = 100_000_001;

/** A bot on the local server. Tests use the methods; the fields belong to the server. */
export class BotAccount {
  readonly token: string;
  readonly profile: Profile;
  readonly updates = new UpdateQueue(FIRST_UPDATE_ID);
  readonly conversations = new Map<number, Conversation>();
  readonly callbacks = new Map<string, CallbackRecord>();
  readonly commands = new Map<string, readonly BotCommand[]>();
  readonly descriptions = new Map<string, string>();
  readonly calls: Call[] = [];
  webhook: WebhookSender | undefined;
  readonly #now: Now;
  #lastMessageId = 0;

  constructor({ token, username, name }: BotOptions, now: Now) {
    const id = Number(/^(\d+):[\w-]+$/.exec(token)?.[1]);
    if (!Number.isSafeInteger(id)) throw new Error('A bot token looks like 123456:secret');
    this.#now = now;
    this.token = token;
    this.profile = { id, is_bot: true, first_name: name, username };
  }

  get id(): number {
    return this.profile.id;
  }

  get username(): string {
    return this.profile.username ?? '';
  }

  /** Sends a raw update; its update_id is given by the server. A callback query in it can be answered. */
  push(update: UpdateBody): Update {
    const query = update.callback_query;
    const conversation = query && this.conversations.get(query.from.id);
    if (conversation) this.callbacks.set(query.id, { conversation, at: this.#now(), answered: false });
    return this.updates.push(update);
  }

  /** Sends an update the bot already had once more, with the same update_id. */
  redeliver(updateId: number): Update {
    return this.updates.redeliver(updateId);
  }

  /** Updates the bot has not confirmed yet, oldest first. */
  pending(): Update[] {
    return this.updates.queued().map((item) => item.update);
  }

  /** Every update the bot was ever sent, oldest first, each once. */
  sent(): Update[] {
    return this.updates.history();
  }

  /**
   * Resolves when the bot has confirmed every update: by its next getUpdates, or by 2xx from its webhook. Rejects after
   * `timeoutMs` (5000) and says what is left.
   */
  settled({ timeoutMs = 5000 }: { readonly timeoutMs?: number } = {}): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        const left = this.pending().map((update) => update.update_id);
        reject(
          new Error(`@${this.username} left updates unconfirmed for ${timeoutMs} ms: ${left.join(', ')}`),
        );
      }, timeoutMs);
      const stop = this.updates.onceEmpty(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  conversation(person: Person): Conversation {
    const known = this.conversations.get(person.profile.id);
    if (known) return known;
    const opened = new Conversation(person);
    this.conversations.set(person.profile.id, opened);
    return opened;
  }

  nextMessageId(): number {
    this.#lastMessageId += 1;
    return this.#lastMessageId;
  }
}
