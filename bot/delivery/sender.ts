// Puts the delivery worker together: ports by desk and channel, texts with their media, the pace of each bot.
import type { ChatAddress } from '../../engine/kernel/chat.ts';
import { systemClock } from '../../engine/kernel/clock.ts';
import { type Pace, paceBy } from '../../engine/notify/pace.ts';
import { PaceBook } from '../../engine/notify/pace-book.ts';
import type { Deliver } from '../../engine/notify/progress.ts';
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
  /** Shared with whoever else speaks for the same bots; without one this process keeps a pace of its own. */
  readonly pace?: Pace;
}

export function createSender({ ctx, portOf, loadMedia, log, pace }: SenderParts): Deliver {
  const render = createRenderer(loadMedia).message;
  // Real time: Telegram knows nothing of a demo's clock.
  return delivering({ ctx, portOf, render, log, pace: pace ?? paceBy(new PaceBook(systemClock)) });
}
