// The turns of all processes, booked in Redis by its own clock: workers and the bots that answer share each bot's 30
// messages a second. Redis forgets them within seconds, and may: Telegram says when it was too much.
import { Redis } from 'ioredis';
import { systemClock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { type Booked, type Booking, PACE, type Pace, paceBy, type TurnBook } from '../notify/pace.ts';
import { PaceBook } from '../notify/pace-book.ts';

/** As engine/notify/pace-book.ts, in one step for everyone. @returns {1, wait} or {0, milliseconds until the chat is free} */
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
local full = redis.call('ZRANGE', KEYS[1], -${PACE.most}, -${PACE.most}, 'WITHSCORES')
local window = notice and ${PACE.noticeWindow} or ${PACE.replyWindow}
if full[2] then at = math.max(at, tonumber(full[2]) + window) end
if notice then
  local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
  if last[2] then at = math.max(at, tonumber(last[2]) + ${PACE.apart}) end
elseif at - now > ${PACE.longestWait} then
  at = now
end
if not notice then messages = messages * ${PACE.replyWeight} end
for count = 1, messages do redis.call('ZADD', KEYS[1], at, turn .. ':' .. count) end
redis.call('PEXPIRE', KEYS[1], 5000)
redis.call('SET', KEYS[2], '', 'PX', math.floor(at - now + ${PACE.chatGap}))
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

export interface SharedPace extends Pace {
  close(): void;
}

/** @param url `redis://…`, or the path of a Unix socket */
export function sharedPace(url: string, prefix = 'qadam'): SharedPace {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: PATIENCE,
    socketTimeout: SILENCE,
    retryStrategy: () => 500,
    scripts: { bookTurn: { lua: BOOK, numberOfKeys: 2 } },
  });
  redis.on('error', () => undefined);
  const pace = paceBy(new SharedBook(redis as Redis & Scripted, prefix));
  return { ...pace, close: () => redis.disconnect() };
}

class SharedBook implements TurnBook {
  readonly #redis: Redis & Scripted;
  readonly #prefix: string;
  readonly #own = new PaceBook(systemClock);

  constructor(redis: Redis & Scripted, prefix: string) {
    this.#redis = redis;
    this.#prefix = prefix;
  }

  async book(booking: Booking): Promise<Booked> {
    const { kind, bot, chat, messages } = booking;
    const turn = newId();
    try {
      const keys = [`${this.#prefix}.pace.${bot}`, `${this.#prefix}.pace.chat.${chat}`] as const;
      const [given, wait] = await this.#redis.bookTurn(...keys, kind, turn, messages);
      return given === 1 ? { wait, turn } : { busy: wait };
    } catch {
      // Other workers' notices are not known now: ours wait. People who talk are answered, at this process's own pace.
      return kind === 'notice' ? { busy: PACE.noticeWindow } : this.#own.book(booking);
    }
  }

  async shift(bot: string, turn: string, milliseconds: number): Promise<void> {
    await this.#redis
      .zincrby(`${this.#prefix}.pace.${bot}`, milliseconds, `${turn}:1`)
      .catch(() => undefined);
  }
}
