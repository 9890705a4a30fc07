// One chat as this page knows it: messages by number, what is still to be sent, what was read. No elements here.
import type { WireChanges, WireMessage } from '../wire.ts';
import { recall, remember } from './memory.ts';
import { type Answer, get, post } from './server.ts';

/** Something of the person's that the server has not confirmed yet. */
export interface Pending {
  readonly id: string;
  readonly text: string;
  readonly file?: File;
  readonly group?: string;
  /** Set when the server refused it. */
  refusal?: string;
  /** Set when the server has it: it is shown until its message arrives. */
  sent?: boolean;
}

type Listener = () => void;

/** Until the next try where nothing answered. */
const PAUSE = 3_000;

export class Conversation {
  readonly chat: string;
  readonly desk: string;
  readonly messages = new Map<number, WireMessage>();
  readonly pending: Pending[] = [];
  /** True once the server told what there is. */
  loaded = false;
  earliestKnown = false;
  /** Runs through everything that changed shape, for whoever shows it. */
  readonly #listeners = new Set<Listener>();
  #isSending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(chat: string, desk: string) {
    this.chat = chat;
    this.desk = desk;
    const kept = JSON.parse(recall(`unsent.${chat}`) ?? '[]') as Pending[];
    this.pending.push(...kept.filter((each) => !each.sent));
  }

  /** @returns a function that ends it */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  sorted(): WireMessage[] {
    return [...this.messages.values()].sort((a, b) => a.seq - b.seq);
  }

  take({ first, messages }: WireChanges): void {
    if (first) {
      this.loaded = true;
      this.earliestKnown = messages.length < 50;
    }
    for (const each of messages)
      if ((this.messages.get(each.seq)?.rev ?? -1) < each.rev) this.messages.set(each.seq, each);
    this.#settle(messages.map((each) => each.ref));
    this.changed();
  }

  get unread(): number {
    const read = Number(recall(`read.${this.chat}`) ?? 0);
    return this.sorted().filter((each) => each.seq > read && each.from === 'qadam' && !each.removed).length;
  }

  markRead(): void {
    const newest = Math.max(0, ...this.messages.keys());
    if (newest <= Number(recall(`read.${this.chat}`) ?? 0)) return;
    remember(`read.${this.chat}`, String(newest));
    this.changed();
  }

  get draft(): string {
    return recall(`draft.${this.chat}`) ?? '';
  }

  set draft(text: string) {
    remember(`draft.${this.chat}`, text);
  }

  say(text: string): void {
    this.#add({ id: crypto.randomUUID(), text });
  }

  attach(files: readonly File[], caption: string): void {
    const group = files.length > 1 ? { group: crypto.randomUUID() } : {};
    for (const [at, file] of files.entries())
      this.#add({ id: crypto.randomUUID(), text: at === 0 ? caption : '', file, ...group });
  }

  start(payload: string): Promise<Answer<unknown>> {
    return post('/chat/messages', { id: crypto.randomUUID(), chat: this.chat, start: payload });
  }

  tap(id: string, message: number, data: string): Promise<Answer<unknown>> {
    return post('/chat/messages', { id, chat: this.chat, tap: { message: String(message), data } });
  }

  /** Tries a refused message again, from the start. */
  retry(id: string): void {
    const found = this.pending.find((each) => each.id === id);
    if (!found) return;
    delete found.refusal;
    this.changed();
    void this.flush();
  }

  discard(id: string): void {
    this.#settle([id]);
    this.changed();
  }

  async loadEarlier(): Promise<void> {
    const oldest = Math.min(...this.messages.keys());
    const answer = await get<{ messages: WireMessage[] }>(
      `/chat/messages?chat=${encodeURIComponent(this.chat)}&before=${oldest}`,
    );
    if (!answer.ok) return;
    this.earliestKnown = answer.value.messages.length < 50;
    for (const each of answer.value.messages) this.messages.set(each.seq, each);
    this.changed();
  }

  /** Sends what waits, one after another, so that order is kept. Stops where nothing answers. */
  async flush(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (;;) {
        const next = this.pending.find((each) => each.refusal === undefined && !each.sent);
        if (!next) return;
        const answer = await this.#deliver(next);
        if (answer.ok) next.sent = true;
        else if (answer.again) {
          this.#later();
          return;
        } else next.refusal = answer.told;
        this.#keep();
        this.changed();
      }
    } finally {
      this.#isSending = false;
    }
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE);
  }

  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  #deliver({ id, text, file, group }: Pending): Promise<Answer<unknown>> {
    if (!file) return post('/chat/messages', { id, chat: this.chat, text });
    const form = new FormData();
    const fields = { id, chat: this.chat, caption: text, group: group ?? '' };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file);
    return post('/chat/files', form);
  }

  #add(pending: Pending): void {
    this.pending.push(pending);
    this.#keep();
    this.changed();
    void this.flush();
  }

  #settle(ids: readonly (string | null)[]): void {
    for (const id of ids) {
      const at = this.pending.findIndex((each) => each.id === id);
      if (at >= 0) this.pending.splice(at, 1);
    }
    this.#keep();
  }

  /** Files cannot be kept over a reload; texts are. */
  #keep(): void {
    const texts = this.pending.filter((each) => !each.file);
    remember(`unsent.${this.chat}`, texts.length === 0 ? '' : JSON.stringify(texts));
  }
}
