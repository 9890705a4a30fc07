// Puts the delivery worker together: ports by desk and channel, texts with their media, the rate limit of each bot.
import type { ChatAddress } from '../../engine/kernel/chat.ts';
import { systemClock } from '../../engine/kernel/clock.ts';
import type { Deliver } from '../../engine/notify/progress.ts';
import { RateBook } from '../../engine/notify/rate-book.ts';
import { type RateLimiter, rateLimiterBy } from '../../engine/notify/rate-limiter.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import type { Log } from '../dialogue/log.ts';
import type { ChannelPort } from '../dialogue/port.ts';
import { delivering } from './deliver.ts';
import { createRenderer, type LoadMedia } from './render.ts';

export interface SenderParts {
  readonly ctx: StoreContext;
  /** Null where the channel is not switched on: its deliveries wait, and are given up after a day. */
  readonly portOf: (address: ChatAddress) => ChannelPort | null;
  readonly loadMedia: LoadMedia;
  readonly log: Log;
  /** Shared with whoever else speaks for the same bots; without one this process keeps a rate limit of its own. */
  readonly limiter?: RateLimiter;
}

export function createSender({ ctx, portOf, loadMedia, log, limiter }: SenderParts): Deliver {
  const render = createRenderer(loadMedia).message;
  // Real time: Telegram knows nothing of a demo's clock.
  return delivering({
    ctx,
    portOf,
    render,
    log,
    limiter: limiter ?? rateLimiterBy(new RateBook(systemClock)),
  });
}
