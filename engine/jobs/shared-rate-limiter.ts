// The turns of all processes, booked in Redis by its own clock: workers and the bots that answer share each bot's 30
// messages a second. Redis forgets them within seconds, and may: Telegram says when it was too much.
import { Redis } from 'ioredis';
import { systemClock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { RateBook } from '../notify/rate-book.ts';
import {
  type Booked,
  type Booking,
  RATE,
  type RateLimiter,
  rateLimiterBy,
  type TurnBook,
} from '../notify/rate-limiter.ts';

/** As engine/notify/rate-book.ts, in one step for everyone. @returns {1, wait} or {0, milliseconds until the chat is free} */
const BOOK = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local notice, turn, messages = ARGV[1] == 'notice', ARGV[2], tonumber(ARGV[3])
if notice then
  local busy = redis.call('PTTL', KEYS[2])
  if busy > 0 then return {0, busy} end
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - 2000)
local at = now
local full = redis.call('ZRANGE', KEYS[1], -${RATE.most}, -${RATE.most}, 'WITHSCORES')
local window = notice and ${RATE.noticeWindow} or ${RATE.replyWindow}
if full[2] then at = math.max(at, tonumber(full[2]) + window) end
if notice then
  local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
  if last[2] then at = math.max(at, tonumber(last[2]) + ${RATE.apart}) end
elseif at - now > ${RATE.longestWait} then
  at = now
end
if not notice then messages = messages * ${RATE.replyWeight} end
for count = 1, messages do redis.call('ZADD', KEYS[1], at, turn .. ':' .. count) end
redis.call('PEXPIRE', KEYS[1], 5000)
redis.call('SET', KEYS[2], '', 'PX', math.floor(at - now + ${RATE.chatGap}))
return {1, math.ceil(at - now)}
`;

interface Scripted {
  bookTurn(
    bot: string,
    chat: string,
    kind: string,
    turn: string,
    messages: number,
  ): Promise<[number, number]>;
}

/** Milliseconds; a Redis that takes longer is as good as away. */
const PATIENCE = 150;
/** Milliseconds after which a connection that answers nothing is replaced: notices wait as long as turns cannot be booked. */
const SILENCE = 2_000;

export interface SharedRateLimiter extends RateLimiter {
  close(): void;
}

/** @param url `redis://…`, or the path of a Unix socket */
export function sharedRateLimiter(url: string, prefix = 'qadam'): SharedRateLimiter {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: PATIENCE,
    socketTimeout: SILENCE,
    retryStrategy: () => 500,
    scripts: { bookTurn: { lua: BOOK, numberOfKeys: 2 } },
  });
  redis.on('error', () => undefined);
  const limiter = rateLimiterBy(new SharedBook(redis as Redis & Scripted, prefix));
  return { ...limiter, close: () => redis.disconnect() };
}

class SharedBook implements TurnBook {
  readonly #redis: Redis & Scripted;
  readonly #prefix: string;
  readonly #own = new RateBook(systemClock);

  constructor(redis: Redis & Scripted, prefix: string) {
    this.#redis = redis;
    this.#prefix = prefix;
  }

  async book(booking: Booking): Promise<Booked> {
    const { kind, bot, chat, messages } = booking;
    const turn = newId();
    try {
      const keys = [`${this.#prefix}.rate.${bot}`, `${this.#prefix}.rate.chat.${chat}`] as const;
      const [given, wait] = await this.#redis.bookTurn(...keys, kind, turn, messages);
      return given === 1 ? { wait, turn } : { busy: wait };
    } catch {
      // Other workers' notices are not known now: ours wait. People who talk are answered, at this process's own rate limit.
      return kind === 'notice' ? { busy: RATE.noticeWindow } : this.#own.book(booking);
    }
  }

  async shift(bot: string, turn: string, milliseconds: number): Promise<void> {
    await this.#redis
      .zincrby(`${this.#prefix}.rate.${bot}`, milliseconds, `${turn}:1`)
      .catch(() => undefined);
  }
}
