// Telegram's rate limit, as booked in one process and as booked in Redis for all: at most 30 messages in any second from a bot
// with replies counted in, one notice a second in a chat, and a talking person's reply ahead of the notices.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sharedRateLimiter } from '../../../engine/jobs/shared-rate-limiter.ts';
import { ManualClock, SECOND } from '../../../engine/kernel/clock.ts';
import { RateBook } from '../../../engine/notify/rate-book.ts';
import { RATE, type TurnBook } from '../../../engine/notify/rate-limiter.ts';
import { busyUntil, keepBusy } from '../../../engine/notify/slots.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { openStage, type Stage } from '../jobs/stage.ts';
import { mostInASecond } from './most-in-a-second.ts';

const BOT = 'participant.telegram';
const clock = new ManualClock('2026-03-02T06:00:00Z');
const now = () => clock.now().getTime();

/** When each of `count` notices that follow one another is sent, with a reply after every `talk`-th of them. */
async function sends(book: TurnBook, count: number, talk = Number.POSITIVE_INFINITY) {
  const notices: number[] = [];
  const replies: number[] = [];
  const waits: number[] = [];
  for (let n = 1; n <= count; n += 1) {
    const booked = await book.book({ kind: 'notice', bot: BOT, chat: `n${n}`, messages: 1 });
    if ('busy' in booked) throw new Error('a chat of its own cannot be busy');
    if (n % talk === 0) {
      const reply = await book.book({ kind: 'reply', bot: BOT, chat: `r${n}`, messages: 1 });
      const wait = 'wait' in reply ? reply.wait : Number.NaN;
      waits.push(wait);
      replies.push(now() + wait);
    }
    clock.advance(booked.wait);
    notices.push(now());
  }
  return { notices, replies, waits };
}

describe('the turns of a bot', () => {
  it('are 30 in any sliding second at most, and 50,000 within 28.5 minutes', async () => {
    const { notices } = await sends(new RateBook(clock), 3_000);
    expect(mostInASecond(notices)).toBe(RATE.most);
    const each = ((notices.at(-1) ?? 0) - (notices[0] ?? 0)) / (notices.length - 1);
    expect((each * 50_000) / (60 * SECOND)).toBeLessThanOrEqual(28.5);
  });

  it.each([2, 3, 7, 15])('make room for a reply after every %i notices, and hold none up', async (talk) => {
    const { notices, replies, waits } = await sends(new RateBook(clock), 1_000, talk);
    expect(mostInASecond([...notices, ...replies])).toBeLessThanOrEqual(RATE.most);
    expect(Math.max(...waits)).toBeLessThanOrEqual(RATE.longestWait);
  });

  it('hold no reply back where so many talk that waiting would not help', async () => {
    const book = new RateBook(clock);
    const replies = Array.from({ length: 100 }, (_, n) =>
      book.book({ kind: 'reply', bot: BOT, chat: `r${n}`, messages: 1 }),
    );
    expect(await Promise.all(replies)).toEqual(replies.map(() => expect.objectContaining({ wait: 0 })));
  });

  it('are noted as later when they were taken later', async () => {
    const book = new RateBook(clock);
    const first = await book.book({ kind: 'notice', bot: BOT, chat: 'a', messages: 1 });
    if ('turn' in first) await book.shift(BOT, first.turn, 500);
    const second = await book.book({ kind: 'notice', bot: BOT, chat: 'b', messages: 1 });
    expect(second).toMatchObject({ wait: 500 + RATE.apart });
  });

  it('do not hold one bot up for another', async () => {
    const book = new RateBook(clock);
    const all = [BOT, 'staff.telegram', 'other'].map((bot) =>
      book.book({ kind: 'notice', bot, chat: `${bot}.1`, messages: 1 }),
    );
    expect((await Promise.all(all)).map((each) => ('wait' in each ? each.wait : Number.NaN))).toEqual([
      0, 0, 0,
    ]);
  });
});

describe('a chat', () => {
  it('gets a notice a second after anything else, and replies at once', async () => {
    const book = new RateBook(clock);
    const notice = () => book.book({ kind: 'notice', bot: BOT, chat: 'c', messages: 1 });
    const reply = () => book.book({ kind: 'reply', bot: BOT, chat: 'c', messages: 1 });
    expect(await notice()).toMatchObject({ wait: 0 });
    expect(await notice()).toEqual({ busy: RATE.chatGap });
    expect(await reply()).toMatchObject({ wait: 0 });
    clock.advance(RATE.chatGap - 1);
    expect(await notice()).toEqual({ busy: 1 });
    clock.advance(1);
    expect(await notice()).toMatchObject({ wait: 0 });
  });
});

describe('turns for all processes', () => {
  it('while Redis is away: notices wait, people who talk are answered', async () => {
    const limiter = sharedRateLimiter('/nowhere/redis.sock');
    expect(await limiter.notice(BOT, 'c')).toBe(RATE.noticeWindow);
    // It would wait for ever otherwise, and the test with it.
    await limiter.reply(BOT, 'c');
    limiter.close();
  });
});

describe('a bot that was told to slow down', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage(emptyDatabase(), () => undefined, clock);
  }, 60_000);
  afterEach(() => stage.close());

  it('is not freed earlier by a shorter pause', async () => {
    const late = new Date(now() + 60 * SECOND);
    await keepBusy(stage.ctx, BOT, late);
    await keepBusy(stage.ctx, BOT, new Date(now() + SECOND));
    expect(await busyUntil(stage.ctx, BOT)).toEqual(late);
    clock.set(late);
    expect(await busyUntil(stage.ctx, BOT)).toBeNull();
  });
});
