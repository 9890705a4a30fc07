// The ChannelPort of a Telegram bot over one framework's calls: send, put in place of, answer, remove, fetch.
import type { ChatAddress } from '../../../engine/kernel/chat.ts';
import { visibleLength } from '../../../locales/html.ts';
import type { ChannelPort, RenderedMessage } from '../../dialogue/port.ts';
import type { Call } from './calls.ts';
import { ApiRefusal, asSendFailure, isRefusal } from './failures.ts';
import { type FileSource, fetchTelegramFile } from './files.ts';
import { CAPTION_LIMIT, captionPayload, sendMessage, textPayload } from './outgoing.ts';

export function telegramPort(call: Call, files: FileSource): ChannelPort {
  const send = (to: ChatAddress, message: RenderedMessage): Promise<string> =>
    failing(false, () => sendMessage(call, Number(to.chat), message));
  const remove = (to: ChatAddress, messageId: string): Promise<boolean> =>
    failing(true, () => removeMessage(call, to, messageId));

  return {
    send,
    remove,
    replace: async (to, messageId, message) => {
      // A file cannot be put into a message of words: the new one stands below, the old one goes.
      if (message.media.length > 0) {
        const sent = await send(to, message);
        await remove(to, messageId).catch(() => false);
        return sent;
      }
      const edited = await failing(true, () => edit(call, to, messageId, message));
      return edited ? messageId : send(to, message);
    },
    answerTap: (to, interaction, text) =>
      failing(true, () => answer(call, interaction, text)).then(() => void to),
    fetchFile: (_to, file) => failing(true, () => fetchTelegramFile(call, files, file)),
  };
}

/** @returns false when that message cannot be edited any more */
async function edit(
  call: Call,
  to: ChatAddress,
  messageId: string,
  message: RenderedMessage,
): Promise<boolean> {
  const target = { chat_id: Number(to.chat), message_id: Number(messageId) };
  try {
    await call('editMessageText', { ...target, ...textPayload(message) });
    return true;
  } catch (error) {
    if (isRefusal(error, 'notModified')) return true;
    if (isRefusal(error, 'gone')) return false;
    if (!isRefusal(error, 'noText')) throw error;
  }
  // It was a photo with a caption, such as a card to decide: the photo stays.
  if (visibleLength(message.html) > CAPTION_LIMIT) return false;
  try {
    await call('editMessageCaption', { ...target, ...captionPayload(message) });
    return true;
  } catch (error) {
    if (isRefusal(error, 'notModified')) return true;
    if (isRefusal(error, 'gone')) return false;
    throw error;
  }
}

async function removeMessage(call: Call, to: ChatAddress, messageId: string): Promise<boolean> {
  try {
    await call('deleteMessage', { chat_id: Number(to.chat), message_id: Number(messageId) });
    return true;
  } catch (error) {
    if (error instanceof ApiRefusal && error.code === 400) return false;
    throw error;
  }
}

/** Telegram forgets a tap after some minutes; then nobody waits for the answer any more. */
async function answer(call: Call, interaction: string, text: string | null): Promise<void> {
  try {
    await call('answerCallbackQuery', {
      callback_query_id: interaction,
      ...(text === null ? {} : { text }),
    });
  } catch (error) {
    if (!(error instanceof ApiRefusal && error.code === 400)) throw error;
  }
}

async function failing<T>(repeatable: boolean, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw asSendFailure(error, repeatable);
  }
}
