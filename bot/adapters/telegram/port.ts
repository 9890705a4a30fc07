// The ChannelPort of a Telegram bot over one framework's calls: send, put in place of, answer, remove, fetch.
import type { ChatAddress } from '../../../engine/kernel/chat.ts';
import { type ChannelPort, type RenderedMessage, SendFailure } from '../../dialogue/port.ts';
import type { Call } from './calls.ts';
import { editMessage, removeMessage } from './editing.ts';
import { ApiRefusal, asSendFailure } from './failures.ts';
import { type FileSource, fetchTelegramFile } from './files.ts';
import { sendMessage } from './outgoing.ts';

export function telegramPort(call: Call, files: FileSource): ChannelPort {
  const send = (to: ChatAddress, message: RenderedMessage, shown = 0): Promise<string> =>
    sending(call, to, message, shown);
  const remove = (to: ChatAddress, messageId: string): Promise<boolean> =>
    failing(true, () => removeMessage(call, to, messageId));

  /** The new message stands below, the old one goes. */
  const resend = async (to: ChatAddress, messageId: string, message: RenderedMessage): Promise<string> => {
    const sent = await send(to, message);
    await remove(to, messageId).catch(() => false);
    return sent;
  };

  return {
    send,
    remove,
    replace: async (to, messageId, message, isSameCard = false) => {
      // A file cannot be put into a message of words.
      if (message.media.length > 0 && !isSameCard) return resend(to, messageId, message);
      const edited = await failing(true, () => editMessage(call, to, messageId, message));
      if (edited) return messageId;
      // An album lies above the card and stays there.
      return resend(to, messageId, message.media.length > 1 ? { ...message, media: [] } : message);
    },
    answerTap: (to, interaction, text) =>
      failing(true, () => answer(call, interaction, text)).then(() => void to),
    fetchFile: (_to, file) => failing(true, () => fetchTelegramFile(call, files, file)),
  };
}

async function sending(
  call: Call,
  to: ChatAddress,
  message: RenderedMessage,
  shown: number,
): Promise<string> {
  const progress = { shown };
  try {
    return await failing(false, () => sendMessage(call, Number(to.chat), message, progress));
  } catch (error) {
    if (error instanceof SendFailure) error.shown = progress.shown;
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
