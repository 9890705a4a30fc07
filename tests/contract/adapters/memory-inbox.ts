// An inbox in memory with the rules of the stored one, for tests of the receiver and the adapters.

import type { Inbox } from '../../../bot/dialogue/inbox.ts';
import type { IncomingUpdate } from '../../../bot/dialogue/update.ts';
import type { ChatAddress } from '../../../engine/kernel/chat.ts';
import { chatKey } from '../../../engine/kernel/chat.ts';

export interface KeptEntry {
  readonly id: string;
  update: IncomingUpdate;
  attempts: number;
  state: 'waiting' | 'done' | 'dead';
  reference: string | null;
}

export class MemoryInbox implements Inbox {
  readonly entries = new Map<string, KeptEntry>();
  /** How often accept was called. */
  arrivals = 0;
  /** Errors that the next calls of accept meet, first one first. */
  readonly failures: Error[] = [];
  /** Run before an update is stored. */
  beforeStoring: (update: IncomingUpdate) => Promise<void> = async () => undefined;
  /** Chats as their owners said that they are still at them. */
  readonly held: string[] = [];
  readonly #turns = new Map<string, string>();

  async accept(update: IncomingUpdate): Promise<boolean> {
    this.arrivals += 1;
    await this.beforeStoring(update);
    const failure = this.failures.shift();
    if (failure) throw failure;
    const id = `${where(update.address)}/${update.id}`;
    if (this.entries.has(id)) return false;
    // Through JSON, as the stored inbox keeps it.
    const kept = JSON.parse(JSON.stringify(update)) as IncomingUpdate;
    this.entries.set(id, { id, update: kept, attempts: 0, state: 'waiting', reference: null });
    return true;
  }

  async claim(chat: string, owner: string) {
    if ((this.#turns.get(chat) ?? owner) !== owner) return null;
    const [first] = this.#waiting()
      .filter((entry) => chatKey(entry.update.address) === chat)
      .sort((a, b) => a.update.order - b.update.order);
    if (first) this.#turns.set(chat, owner);
    else this.#turns.delete(chat);
    if (!first) return null;
    const { id, update, attempts, reference } = first;
    return { id, update, attempts, reference };
  }

  async hold(chat: string): Promise<void> {
    this.held.push(chat);
  }

  async forget(id: string): Promise<void> {
    const entry = this.#entry(id);
    const { input } = entry.update;
    if (input.kind === 'text') entry.update = { ...entry.update, input: { ...input, text: '' } };
  }

  async finish(id: string): Promise<void> {
    this.#entry(id).state = 'done';
  }

  async fail(id: string, _owner: string, failure: { reference: string; dead: boolean }): Promise<void> {
    const entry = this.#entry(id);
    entry.attempts += 1;
    entry.reference = failure.reference;
    if (failure.dead) entry.state = 'dead';
    this.#turns.delete(chatKey(entry.update.address));
  }

  async waitingChats(desk: string, channel: string, limit: number): Promise<readonly string[]> {
    const ours = this.#waiting().filter(
      ({ update: { address } }) => address.desk === desk && address.channel === channel,
    );
    return [...new Set(ours.map(({ update }) => chatKey(update.address)))].slice(0, limit);
  }

  states(): string[] {
    return [...this.entries.values()].map(({ state }) => state);
  }

  #waiting(): KeptEntry[] {
    return [...this.entries.values()].filter(({ state }) => state === 'waiting');
  }

  #entry(id: string): KeptEntry {
    const entry = this.entries.get(id);
    if (!entry) throw new Error(`no entry ${id}`);
    return entry;
  }
}

const where = ({ desk, channel }: ChatAddress): string => `${desk}.${channel}`;
