// One page's stream of server-sent events over many chats: what changed, in order, nothing twice. Fed by live.ts.
import type { ServerResponse } from 'node:http';
import type { Announcement } from '../../bot/adapters/web/announce.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { changesSince, latestMessages, latestRev } from '../../engine/store/web-chat.ts';
import { encodeCursors, type WireChanges, type WireToast, wireOf } from './wire.ts';

const FIRST_LOAD = 50;
/** A page that takes nothing for this long (in bytes) is let go; it comes back and resumes. */
const BACKLOG = 4 * 1024 ** 2;

export class ChatStream {
  readonly chats: ReadonlySet<string>;
  readonly #ctx: EngineContext;
  readonly #out: ServerResponse;
  readonly #cursors = new Map<string, number>();
  #work: Promise<void> = Promise.resolve();
  readonly #waiting = new Set<string>();

  /** @param after how far the page has read already */
  constructor(
    ctx: EngineContext,
    out: ServerResponse,
    chats: readonly string[],
    after: ReadonlyMap<string, number>,
  ) {
    this.#ctx = ctx;
    this.#out = out;
    this.chats = new Set(chats);
    for (const chat of chats) {
      const rev = after.get(chat);
      if (rev !== undefined) this.#cursors.set(chat, rev);
    }
  }

  /** Sends what is new in a chat. Never throws: what could not be read now is read the next time. */
  refresh(chat: string): void {
    if (!this.chats.has(chat) || this.#waiting.has(chat)) return;
    this.#waiting.add(chat);
    this.#work = this.#work
      .then(async () => {
        this.#waiting.delete(chat);
        await this.#read(chat);
      })
      .catch(() => undefined);
  }

  refreshAll(): void {
    for (const chat of this.chats) this.refresh(chat);
  }

  toast({ chat, toast }: Announcement): void {
    if (!toast || !this.chats.has(chat)) return;
    const data: WireToast = { chat, ...toast };
    this.#write(`event: toast\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Keeps proxies from closing the connection. */
  beat(): void {
    this.#write(': \n\n');
  }

  end(): void {
    this.#out.end();
  }

  async #read(chat: string): Promise<void> {
    const cursor = this.#cursors.get(chat);
    const first = cursor === undefined;
    const { messages, rev } = first ? await this.#newest(chat) : await changesSince(this.#ctx, chat, cursor);
    this.#cursors.set(chat, rev);
    if (messages.length === 0 && !first) return;
    const data: WireChanges = { chat, first, messages: messages.map(wireOf) };
    this.#write(`id: ${encodeCursors(this.#cursors)}\nevent: messages\ndata: ${JSON.stringify(data)}\n\n`);
  }

  async #newest(chat: string) {
    // Read before the messages: what changes in between comes once more, and is not lost.
    const rev = await latestRev(this.#ctx, chat);
    return { rev, messages: await latestMessages(this.#ctx, chat, FIRST_LOAD) };
  }

  #write(event: string): void {
    if (this.#out.destroyed) return;
    this.#out.write(event);
    if (this.#out.writableLength > BACKLOG) this.#out.destroy();
  }
}
