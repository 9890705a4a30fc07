// Puts a message in the place of an earlier one: the words of a text, or the caption beneath a file, which stays.
// Used by port.ts.
import type { ChatAddress } from '../../../engine/kernel/chat.ts';
import type { RenderedMessage } from '../../dialogue/port.ts';
import type { Call, Payload } from './calls.ts';
import { ApiRefusal, isRefusal } from './failures.ts';
import { captionPayload, fitsCaption, textPayload } from './outgoing.ts';

type Edited = 'edited' | 'gone' | 'other-kind';

/** @returns false when that message cannot be edited any more, or not into this */
export async function editMessage(
  call: Call,
  to: ChatAddress,
  messageId: string,
  message: RenderedMessage,
): Promise<boolean> {
  const target = { chat_id: Number(to.chat), message_id: Number(messageId) };
  const asText = () => tryEdit(call, 'editMessageText', { ...target, ...textPayload(message) });
  const asCaption = () => tryEdit(call, 'editMessageCaption', { ...target, ...captionPayload(message) });
  // The likelier first: a card with one file has its words beneath it, unless its file was refused.
  const tries = message.media.length === 1 ? [asCaption, asText] : [asText, asCaption];
  for (const attempt of tries) {
    if (attempt === asCaption && !fitsCaption(message)) continue;
    const came = await attempt();
    if (came !== 'other-kind') return came === 'edited';
  }
  return false;
}

async function tryEdit(call: Call, method: string, payload: Payload): Promise<Edited> {
  try {
    await call(method, payload);
    return 'edited';
  } catch (error) {
    if (isRefusal(error, 'notModified')) return 'edited';
    if (isRefusal(error, 'gone')) return 'gone';
    if (isRefusal(error, 'noText') || isRefusal(error, 'noCaption')) return 'other-kind';
    throw error;
  }
}

/** @returns false where Telegram does not allow it */
export async function removeMessage(call: Call, to: ChatAddress, messageId: string): Promise<boolean> {
  try {
    await call('deleteMessage', { chat_id: Number(to.chat), message_id: Number(messageId) });
    return true;
  } catch (error) {
    if (error instanceof ApiRefusal && error.code === 400) return false;
    throw error;
  }
}
