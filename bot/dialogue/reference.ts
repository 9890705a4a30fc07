// A message that may have arrived already is sent again under a short reference, so that its reader can tell that two
// alike are one and the same.
import { createHash } from 'node:crypto';
import { type Message, text } from '../../engine/kernel/message.ts';

/** The same for every repeat of a delivery. */
export const referenceOf = (deliveryId: string): string =>
  createHash('sha256').update(deliveryId).digest('hex').slice(0, 6).toUpperCase();

export const asRepeat = (message: Message, deliveryId: string): Message => ({
  ...message,
  texts: [...message.texts, text('common:delivery.repeat', { reference: referenceOf(deliveryId) })],
});
