// Sends one delivery: finds its reader, keeps to the rate limit, renders in the reader's language, sends through the channel's
// port and records what became of it. Called by the delivery queues for each job; must be idempotent.
import { type ChatAddress, chatKey } from '../../engine/kernel/chat.ts';
import { SECOND } from '../../engine/kernel/clock.ts';
import type { Message } from '../../engine/kernel/message.ts';
import {
  beginSending,
  type Deliver,
  earlierReplyWaits,
  endUnsent,
  loadDelivery,
  markSent,
  noteMoved,
  olderUnderWay,
  postpone,
  putOff,
} from '../../engine/notify/progress.ts';
import type { RateLimiter } from '../../engine/notify/rate-limiter.ts';
import type { Delivery } from '../../engine/notify/store.ts';
import { quietUntil } from '../../engine/people/notice-preferences.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import type { Renderer } from '../dialogue/answering.ts';
import type { Log } from '../dialogue/log.ts';
import { type ChannelPort, type RenderedMessage, SendFailure } from '../dialogue/port.ts';
import { asRepeat } from '../dialogue/reference.ts';
import { recordFailure } from './failure.ts';
import { Pauses } from './pauses.ts';
import { botOf, type Target, targetOf } from './target.ts';

export interface DeliveryParts {
  readonly ctx: StoreContext;
  /** Null where the channel is not switched on. */
  readonly portOf: (address: ChatAddress) => ChannelPort | null;
  readonly render: Renderer['message'];
  readonly limiter: RateLimiter;
  readonly log: Log;
}

interface Parts extends DeliveryParts {
  readonly pauses: Pauses;
}

/** Tries after which a message whose files do not get through goes without them. */
const MEDIA_ATTEMPTS = 4;

/** A chat of these channels takes one message a second, a bot thirty. */
const isRateLimited = (address: ChatAddress): boolean => address.channel === 'telegram';

export function delivering(given: DeliveryParts): Deliver {
  const { ctx } = given;
  const parts = { ...given, pauses: new Pauses(ctx) };
  return async (due) => {
    const waiting = typeof due === 'string' ? await loadDelivery(ctx, due) : due;
    if (waiting?.state !== 'waiting') return null;
    if (waiting.notBefore > ctx.clock.now()) return waiting.notBefore;
    const target = await targetOf(ctx, waiting);
    if (!target) {
      await endUnsent(ctx, waiting._id, 'blocked', 'no chat of theirs takes messages');
      return null;
    }
    const later = (await outOfOrder(ctx, waiting)) ?? (await quietHours(ctx, waiting, target));
    if (later) return putOff(ctx, waiting._id, later);
    const turn = await turnOf(parts, waiting, target);
    return turn && 'begun' in turn ? attempt(parts, turn.begun, target) : (turn?.later ?? null);
  };
}

/** A messenger rings: what may wait comes when its reader may be disturbed. A page in a browser disturbs nobody. */
async function quietHours(
  ctx: StoreContext,
  { mayWait, person }: Delivery,
  { address }: Target,
): Promise<Date | null> {
  const rings = address.channel === 'telegram';
  return mayWait && rings && person !== null ? quietUntil(ctx, person) : null;
}

/** What comes after another message of the same chat has to land after it. */
async function outOfOrder(ctx: StoreContext, delivery: Delivery): Promise<Date | null> {
  const overtakes =
    delivery.kind === 'settle' ? await olderUnderWay(ctx, delivery) : await earlierReplyWaits(ctx, delivery);
  return overtakes ? inMilliseconds(ctx, SECOND) : null;
}

type Turn = { readonly begun: Delivery } | { readonly later: Date };

/** Begins a send when it may go now. @returns null when another worker was faster */
function turnOf(parts: Parts, delivery: Delivery, { address }: Target): Promise<Turn | null> {
  const { ctx, limiter, pauses } = parts;
  const bot = botOf(address);
  const begin = async (): Promise<Turn | null> => {
    const busy = await pauses.of(bot);
    if (busy) return { later: await putOff(ctx, delivery._id, busy) };
    const begun = await beginSending(ctx, delivery._id);
    if (!begun || !isRateLimited(address)) return begun && { begun };
    const pause = await limiter.notice(bot, chatKey(address));
    if (pause === null) return { begun };
    const until = inMilliseconds(ctx, pause);
    const { unsure, error } = begun;
    await postpone(ctx, begun._id, { until, unsure, counted: false, error });
    return { later: until };
  };
  return isRateLimited(address) ? limiter.inLine(bot, begin) : begin();
}

const inMilliseconds = (ctx: StoreContext, milliseconds: number): Date =>
  new Date(ctx.clock.now().getTime() + milliseconds);

async function attempt(parts: Parts, begun: Delivery, target: Target): Promise<Date | null> {
  const { ctx, log } = parts;
  let messageId: string;
  try {
    messageId = await send(parts, begun, target);
  } catch (error) {
    log.warn({ err: error, delivery: begun._id, attempt: begun.attempts + 1 }, 'a delivery was not sent');
    const again = await recordFailure(ctx, begun, target, error);
    parts.pauses.forget(botOf(target.address));
    return again;
  }
  const { replaces } = target;
  const chat = chatKey(target.address);
  if (replaces !== null && replaces !== messageId) await noteMoved(ctx, chat, replaces, messageId);
  const whole = await markSent(ctx, begun, chat, messageId);
  return whole ? null : ctx.clock.now();
}

async function send(parts: DeliveryParts, begun: Delivery, { address, language, replaces }: Target) {
  const port = parts.portOf(address);
  if (!port) throw new SendFailure('unavailable', `${botOf(address)} is switched off`);
  const message = begun.message as Message;
  // A replacement, too: where the old message is gone a new one is sent, and that can be there twice.
  const said = begun.unsure ? asRepeat(message, begun._id) : message;
  const rendered = await parts.render(said, language, { tag: begun.tag, step: begun.step });
  const put = (shape: RenderedMessage) =>
    replaces === null
      ? port.send(address, shape, begun.shown)
      : port.replace(address, replaces, shape, begun.kind !== 'reply' || begun.sameCard);
  try {
    return await put(rendered);
  } catch (error) {
    if (!(error instanceof SendFailure)) throw unexplained(error);
    const isHeldUp = error.kind === 'unavailable' || error.kind === 'ambiguous';
    if (!isHeldUp || rendered.media.length === 0 || begun.attempts < MEDIA_ATTEMPTS) throw error;
    return put({ ...rendered, media: [] });
  }
}

/** The port broke in a way that it does not explain: whether the message arrived is not known. */
const unexplained = (error: unknown): SendFailure =>
  new SendFailure('ambiguous', error instanceof Error ? error.message : String(error), 0, error);
