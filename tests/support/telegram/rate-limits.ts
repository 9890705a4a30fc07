// Telegram's flood limits over sliding seconds; off until a test turns them on. Measures real time, not the injected clock.
import { performance } from 'node:perf_hooks';
import { tooManyRequests } from './failure.ts';

const WINDOW_MS = 1000;

export class RateLimits {
  enabled = false;
  /** Messages a second over all chats of a bot. */
  perBot = 30;
  /** Messages a second in one chat. */
  perChat = 1;
  readonly #sent = new Map<string, number[]>();

  /** Counts `messages` to a chat; throws 429 and counts nothing when that is too many. */
  check(botId: number, chatId: string, messages = 1): void {
    if (!this.enabled) return;
    const at = performance.now();
    const bot = this.#recent(String(botId), at);
    const chat = this.#recent(`${botId}:${chatId}`, at);
    // An album counts each picture for the bot but is one message to its chat.
    if (chat.length + 1 > this.perChat || bot.length + messages > this.perBot) throw tooManyRequests(1);
    chat.push(at);
    for (let count = 0; count < messages; count += 1) bot.push(at);
  }

  #recent(key: string, at: number): number[] {
    const recent = (this.#sent.get(key) ?? []).filter((sent) => at - sent < WINDOW_MS);
    this.#sent.set(key, recent);
    return recent;
  }
}
