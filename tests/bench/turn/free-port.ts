// A channel that costs nothing: it gives ids, remembers the newest buttons of each chat, and tells when a chat was answered.
import type { ChannelPort, RenderedMessage } from '../../../bot/dialogue/port.ts';
import type { ChatAddress } from '../../../engine/kernel/chat.ts';

export class FreePort implements ChannelPort {
  answers = 0;
  readonly #buttons = new Map<string, readonly string[]>();
  readonly #newest = new Map<string, string>();
  readonly #waiting = new Map<string, () => void>();
  #ids = 0;

  /** Resolves at the next message in a chat. */
  answered(chat: string): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(chat, resolve));
  }

  newestIn(chat: string): string | null {
    return this.#newest.get(chat) ?? null;
  }

  /** Callback data of the newest message's buttons. */
  buttonsIn(chat: string): readonly string[] {
    return this.#buttons.get(chat) ?? [];
  }

  async send({ chat }: ChatAddress, message: RenderedMessage): Promise<string> {
    this.#show(chat, message);
    this.#ids += 1;
    const id = String(this.#ids);
    this.#newest.set(chat, id);
    return id;
  }

  async replace({ chat }: ChatAddress, messageId: string, message: RenderedMessage): Promise<string> {
    this.#show(chat, message);
    return messageId;
  }

  async answerTap(): Promise<void> {}

  async remove(): Promise<boolean> {
    return true;
  }

  async fetchFile(): Promise<never> {
    throw new Error('nobody sends files here');
  }

  #show(chat: string, message: RenderedMessage): void {
    this.answers += 1;
    this.#buttons.set(
      chat,
      message.buttons.flat().flatMap((button) => ('data' in button ? [button.data] : [])),
    );
    this.#waiting.get(chat)?.();
    this.#waiting.delete(chat);
  }
}
