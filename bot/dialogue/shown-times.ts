// When each chat was answered last, as far as this process sent it. A turn knows when it was thought out, not when the
// channel had it; another process's answers are known by the session alone.
import { type ChatAddress, chatKey } from '../../engine/kernel/chat.ts';

/** Far more chats than are answered within half a second. */
const MOST = 1_000;

export class ShownTimes {
  readonly #times = new Map<string, Date>();

  note(address: ChatAddress, at: Date): void {
    const chat = chatKey(address);
    this.#times.delete(chat);
    this.#times.set(chat, at);
    const [oldest] = this.#times.keys();
    if (this.#times.size > MOST && oldest !== undefined) this.#times.delete(oldest);
  }

  of(address: ChatAddress): Date | null {
    return this.#times.get(chatKey(address)) ?? null;
  }
}
