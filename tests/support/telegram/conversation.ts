// One private chat between a person and a bot: its messages, keyboard, block state, and who waits for it to change.
import type { Chat, Message } from 'grammy/types';
import type { ReplyMarkup } from './keyboards.ts';
import type { Person } from './person.ts';
import { type Entry, pictureOf, type VisibleMessage } from './visible-message.ts';

export interface CallbackAnswer {
  readonly queryId: string;
  readonly text: string;
  readonly alert: boolean;
  readonly url?: string;
}

export interface NewEntry {
  readonly from: 'bot' | 'user';
  readonly message: Message;
  readonly source?: string | undefined;
  readonly markup?: ReplyMarkup | undefined;
}

export class Conversation {
  readonly person: Person;
  readonly chat: Chat.PrivateChat;
  started = false;
  blocked = false;
  /** The reply keyboard now under the input field. */
  keyboard: Extract<ReplyMarkup, { keyboard: unknown }> | undefined;
  readonly answers: CallbackAnswer[] = [];
  /** Chat actions ("typing") shown by the bot, oldest first. */
  readonly actions: string[] = [];
  /** Revision of the person's own last action. */
  lastAction = 0;
  readonly #entries = new Map<number, Entry>();
  readonly #listeners = new Set<() => void>();
  #revision = 0;

  constructor(person: Person) {
    this.person = person;
    const { id, first_name, last_name, username } = person.profile;
    this.chat = {
      ...{ id, type: 'private', first_name },
      ...(last_name === undefined ? {} : { last_name }),
      ...(username === undefined ? {} : { username }),
    };
  }

  add({ from, message, source, markup }: NewEntry): Entry {
    const bare = {
      ...{ from, message, edits: 0, deleted: false },
      ...(source === undefined ? {} : { source }),
      ...(markup === undefined ? {} : { markup }),
    };
    const entry: Entry = { ...bare, view: pictureOf(bare, this.touch()) };
    this.#entries.set(message.message_id, entry);
    if (markup) this.#show(markup);
    if (from === 'user') this.lastAction = this.#revision;
    this.notify();
    return entry;
  }

  /** Applies a change to a stored message and shows its new picture. */
  change(entry: Entry, change: Partial<Omit<Entry, 'view' | 'from'>>): void {
    Object.assign(entry, change);
    entry.view = pictureOf(entry, this.touch());
    this.notify();
  }

  find(messageId: number): Entry | undefined {
    return this.#entries.get(messageId);
  }

  history(): VisibleMessage[] {
    return [...this.#entries.values()].map((entry) => entry.view);
  }

  /** Of the newest event. */
  get revision(): number {
    return this.#revision;
  }

  touch(): number {
    this.#revision += 1;
    return this.#revision;
  }

  notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Returns how to stop listening. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #show(markup: ReplyMarkup): void {
    if ('keyboard' in markup) this.keyboard = markup;
    else if ('remove_keyboard' in markup) this.keyboard = undefined;
  }
}
