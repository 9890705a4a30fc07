// Makes a delivery of an answer that the receiver of a chat could not send: the worker goes on trying.
// The receiver's onUnsent.
import { chatKey } from '../../engine/kernel/chat.ts';
import { SECOND } from '../../engine/kernel/clock.ts';
import { insertDelivery } from '../../engine/notify/insert.ts';
import { keepBusy } from '../../engine/notify/slots.ts';
import { personOfChat } from '../../engine/people/reach.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import type { OnUnsent } from '../dialogue/answering.ts';
import { botOf } from './target.ts';

/** @returns the receiver's `onUnsent`; the same reply handed over twice is one delivery */
export function keepUnsent(ctx: StoreContext): OnUnsent {
  return async ({ address, reply, language, key, failure, target }) => {
    const chat = chatKey(address);
    const { message, tag, step } = reply;
    const { desk } = address;
    if (failure.kind === 'flood') {
      const pause = Math.max(1, failure.retryAfter) * SECOND;
      await keepBusy(ctx, botOf(address), new Date(ctx.clock.now().getTime() + pause));
    }
    const person = (await personOfChat(ctx, chat))?._id ?? null;
    const unsure = failure.kind === 'ambiguous';
    await insertDelivery(ctx, key, {
      kind: 'reply',
      person,
      desk,
      chat,
      message,
      tag,
      step,
      language,
      unsure,
      messageId: target,
      ...(failure.shown > 0 && { shown: failure.shown }),
      ...(reply.isSameCard && { sameCard: true }),
    });
    ctx.nudge();
  };
}
