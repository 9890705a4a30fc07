// Both desks as web chats: the same port, incoming mapping and stored messages that the page uses.
import { fileKindOf, incomingOf, type Wish } from '../../../bot/adapters/web/incoming.ts';
import { webPort } from '../../../bot/adapters/web.ts';
import type { Receiver } from '../../../bot/dialogue/receiver.ts';
import type { IncomingUpdate } from '../../../bot/dialogue/update.ts';
import { type ChatAddress, chatKey, type Desk } from '../../../engine/kernel/chat.ts';
import { newId } from '../../../engine/kernel/ids.ts';
import type { Language } from '../../../engine/kernel/languages.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { appendMessage, latestMessages, nextOrder, type WebMessage } from '../../../engine/store/web-chat.ts';
import { keepWebFile } from '../../../engine/store/web-files.ts';
import { plainOfHtml } from '../../../locales/html.ts';
import { samplePhoto } from '../telegram/index.ts';
import type { Stage } from './channel.ts';
import type { ChatDriver, SeenMessage } from './driver.ts';

/** The first box of an MP4 file, and something that tells one video from the next. */
const sampleVideo = (): Buffer =>
  Buffer.concat([
    Buffer.from('000000186674797069736f6d0000020069736f6d6d703431', 'hex'),
    Buffer.from(newId()),
  ]);

export async function openWeb(ctx: EngineContext): Promise<Stage> {
  const receivers = new Map<Desk, Receiver>();
  const toasts = new Map<string, string[]>();
  const stored = webPort(ctx, null);
  const port = {
    ...stored,
    answerTap: async (to: ChatAddress, _interaction: string, text: string | null) => {
      if (text) toasts.set(chatKey(to), [...(toasts.get(chatKey(to)) ?? []), text]);
    },
  };
  const addressOf = (name: string, desk: Desk): ChatAddress => ({
    desk,
    channel: 'web',
    chat: `test-${name}`,
  });
  return {
    channel: 'web',
    telegram: null,
    portOf: () => port,
    start: async (desk, receiver) => {
      receivers.set(desk, receiver);
    },
    driver: (name, desk, language) => {
      const address = addressOf(name, desk);
      const accept = async (update: IncomingUpdate) => void (await receivers.get(desk)?.accept(update));
      return webDriver(ctx, address, language, accept, () => toasts.get(chatKey(address)) ?? []);
    },
    address: addressOf,
    stop: async () => undefined,
  };
}

function webDriver(
  ctx: EngineContext,
  address: ChatAddress,
  language: Language,
  accept: (update: IncomingUpdate) => Promise<void>,
  toasts: () => readonly string[],
): ChatDriver {
  const chat = chatKey(address);
  const pictures = new Map<string, WebMessage>();
  let newest: IncomingUpdate | null = null;

  async function send(wish: Wish, html: string): Promise<void> {
    const id = newId();
    const own =
      html === ''
        ? null
        : await appendMessage(ctx, chat, { from: 'person', ref: id, html, buttons: [], media: [] });
    const order = await nextOrder(ctx, chat);
    const ownMessage = own ? String(own.seq) : null;
    newest = incomingOf({
      id,
      order,
      address,
      wish,
      ownMessage,
      languageTag: language,
      sentAt: ctx.clock.now(),
    });
    await accept(newest);
  }

  return {
    say: (text) => send({ kind: 'text', text }, text),
    tap: async (message, label) => {
      const picture = pictures.get(`${message.id}/${message.rev}`);
      const button = picture?.buttons.flat().find((each) => each.label === label);
      if (!button?.data) throw new Error(`no button ${label}`);
      await send({ kind: 'tap', message: message.id, data: button.data }, '');
    },
    sendPhoto: async () => {
      const bytes = samplePhoto(7, 64, 48);
      const id = await keepWebFile(ctx, bytes);
      const kind = fileKindOf('image/png');
      const file = { kind, id, size: bytes.byteLength, mime: 'image/png', name: 'photo.png', group: null };
      await send({ kind: 'file', file, caption: '' }, '');
    },
    sendVideo: async () => {
      const bytes = sampleVideo();
      const id = await keepWebFile(ctx, bytes);
      const mime = 'video/mp4';
      const file = {
        kind: fileKindOf(mime),
        id,
        size: bytes.byteLength,
        mime,
        name: 'video.mp4',
        group: null,
      };
      await send({ kind: 'file', file, caption: '' }, '');
    },
    sendSticker: async () => {
      throw new Error('the web chat has no stickers');
    },
    sendAlbum: async () => {
      for (const seed of [1, 2, 3]) {
        const bytes = samplePhoto(seed, 64, 48);
        const kept = { id: await keepWebFile(ctx, bytes), size: bytes.byteLength };
        const file = {
          ...kept,
          kind: 'photo' as const,
          mime: 'image/png',
          name: 'photo.png',
          group: 'album',
        };
        await send({ kind: 'file', file, caption: '' }, '');
      }
    },
    sendHugePicture: async () => {
      const size = 60 * 1024 ** 2;
      const file = {
        kind: 'photo' as const,
        id: 'huge',
        size,
        mime: 'image/png',
        name: 'huge.png',
        group: null,
      };
      await send({ kind: 'file', file, caption: '' }, '');
    },
    messages: async () => {
      const all = await latestMessages(ctx, chat, 500);
      return all.filter((each) => each.from === 'qadam' && !each.removed).map(seen);
    },
    toasts: async () => toasts(),
    redeliver: async () => {
      if (newest) await accept(newest);
    },
  };

  function seen(message: WebMessage): SeenMessage {
    const { seq, rev, html, buttons, media } = message;
    pictures.set(`${seq}/${rev}`, message);
    const shown = buttons.flat().map(({ label, url }) => ({ label, url: url ?? null }));
    return { id: String(seq), rev, text: plainOfHtml(html), buttons: shown, photos: media.length };
  }
}
