// The web chat as a channel of both desks: messages are stored, and pages are told that their chat has changed.
// Used by the API process (replies) and the worker (notices); it never talks to a page itself.
import { type ChatAddress, chatKey } from '../../engine/kernel/chat.ts';
import type { StoreContext } from '../../engine/store/context.ts';
import {
  appendMessage,
  removeMessage,
  replaceMessage,
  type WebButton,
  type WebMedia,
} from '../../engine/store/web-chat.ts';
import { keepWebFile, readWebFile } from '../../engine/store/web-files.ts';
import { type ChannelPort, type RenderedMessage, SendFailure } from '../dialogue/port.ts';
import { announceTo, type Publisher } from './web/announce.ts';

/**
 * @param redis tells pages at once; null (or a Redis that is away): they look for themselves within a second
 */
export function webPort(ctx: StoreContext, redis: Publisher | null): ChannelPort {
  const announce = announceTo(redis);

  const send = async (to: ChatAddress, message: RenderedMessage): Promise<string> => {
    const chat = chatKey(to);
    const shown = await contentOf(ctx, message);
    const { seq } = await appendMessage(ctx, chat, { from: 'qadam', ref: null, ...shown });
    announce({ chat });
    return String(seq);
  };

  return {
    send: (to, message) => stored(() => send(to, message)),
    replace: (to, messageId, message) =>
      stored(async () => {
        const chat = chatKey(to);
        const shown = await contentOf(ctx, message);
        if (!(await replaceMessage(ctx, chat, Number(messageId), shown))) return send(to, message);
        announce({ chat });
        return messageId;
      }),
    answerTap: async (to, interaction, text) => announce({ chat: chatKey(to), toast: { interaction, text } }),
    remove: (to, messageId) =>
      stored(async () => {
        const removed = await removeMessage(ctx, chatKey(to), Number(messageId));
        if (removed) announce({ chat: chatKey(to) });
        return removed;
      }),
    fetchFile: async (_to, file) => {
      const bytes = await stored(() => readWebFile(ctx, file.id));
      if (!bytes) throw new SendFailure('refused', 'the file is no longer kept');
      return { bytes, name: file.name ?? file.kind, mime: file.mime };
    },
  };
}

interface Content {
  readonly html: string;
  readonly buttons: readonly (readonly WebButton[])[];
  readonly media: WebMedia[];
  readonly about: readonly string[];
}

async function contentOf(
  ctx: StoreContext,
  { html, buttons, media, about = [] }: RenderedMessage,
): Promise<Content> {
  const kept: WebMedia[] = [];
  for (const { kind, name, mime, bytes } of media)
    kept.push({ id: await keepWebFile(ctx, bytes), kind, name, mime });
  return { html, buttons, media: kept, about };
}

/** A database that is away is a reason to try later, as a messenger that is away is. */
async function stored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && /^Mongo\w*(Network|ServerSelection|Timeout)/.test(error.name))
      throw new SendFailure('unavailable', 'the database does not answer', 0, error);
    throw error;
  }
}
