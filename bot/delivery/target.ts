// Where a delivery goes, and in which language: found out when it is sent, because people move between chats.
import { type ChatAddress, chatAddress, desks } from '../../engine/kernel/chat.ts';
import { isLanguage, type Language } from '../../engine/kernel/languages.ts';
import { loadDelivery } from '../../engine/notify/progress.ts';
import type { Delivery } from '../../engine/notify/store.ts';
import { personOfChat, reachOf } from '../../engine/people/reach.ts';
import type { StoreContext } from '../../engine/store/context.ts';

export interface Target {
  readonly address: ChatAddress;
  readonly language: Language;
  /** The message that this one takes the place of; null for a new one. */
  readonly replaces: string | null;
}

/** Which bot speaks there: what Telegram counts messages by. */
export const botOf = (address: ChatAddress): string => `${address.desk}.${address.channel}`;

/** @returns null when nobody can be reached */
export async function targetOf(ctx: StoreContext, delivery: Delivery): Promise<Target | null> {
  if (delivery.kind === 'settle') return placeOfOriginal(ctx, delivery);
  if (delivery.chat !== null) {
    return knownChat(ctx, delivery, delivery.chat, delivery.messageId);
  }
  const desk = desks.find((each) => each === delivery.desk);
  if (!desk || delivery.person === null) return null;
  const reach = await reachOf(ctx, delivery.person, desk);
  return reach && { address: chatAddress(reach.chat), language: reach.language, replaces: null };
}

async function placeOfOriginal(ctx: StoreContext, delivery: Delivery): Promise<Target | null> {
  const original = delivery.replaces === null ? null : await loadDelivery(ctx, delivery.replaces);
  if (!original?.chat || original.messageId === null) return null;
  return knownChat(ctx, delivery, original.chat, original.messageId);
}

async function knownChat(
  ctx: StoreContext,
  delivery: Delivery,
  chat: string,
  replaces: string | null,
): Promise<Target | null> {
  const person = await personOfChat(ctx, chat);
  // A chat that has changed hands, or whose person is gone, must not get what was meant for them.
  if (delivery.person !== null && person?._id !== delivery.person) return null;
  if (person?.chats.some((each) => each.key === chat && !each.reachable)) return null;
  const given = isLanguage(delivery.language) ? delivery.language : 'kk';
  return { address: chatAddress(chat), language: person?.language ?? given, replaces };
}
