// A person in the web chat: what the page sends and shows, without a page.
import { fileKindOf, incomingOf, type Wish } from '../../../bot/adapters/web/incoming.ts';
import type { IncomingUpdate } from '../../../bot/dialogue/update.ts';
import { type ChatAddress, chatKey } from '../../../engine/kernel/chat.ts';
import { newId } from '../../../engine/kernel/ids.ts';
import type { Language } from '../../../engine/kernel/languages.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { appendMessage, latestRev, type NewWebMessage, nextOrder } from '../../../engine/store/web-chat.ts';
import { keepWebFile } from '../../../engine/store/web-files.ts';
import type { ChatDriver } from './driver.ts';
import { photoOf, type SampleFile, sampleFile } from './sample-files.ts';
import type { Listen } from './watch.ts';
import { webScreen } from './web-screen.ts';

export interface WebSeat {
  readonly address: ChatAddress;
  readonly language: Language;
  readonly accept: (update: IncomingUpdate) => Promise<void>;
  readonly toasts: () => readonly string[];
  readonly listen: Listen;
}

export function webDriver(ctx: EngineContext, seat: WebSeat): ChatDriver {
  const { address, listen } = seat;
  const chat = chatKey(address);
  const screen = webScreen(ctx, chat);
  let newest: IncomingUpdate | null = null;

  async function send(wish: Wish, html: string): Promise<void> {
    const id = newId();
    const said: NewWebMessage = { from: 'person', ref: id, html, buttons: [], media: [] };
    const own = html === '' ? null : await appendMessage(ctx, chat, said);
    newest = incomingOf({
      ...{ id, address, wish, languageTag: seat.language, sentAt: ctx.clock.now() },
      order: await nextOrder(ctx, chat),
      ownMessage: own ? String(own.seq) : null,
    });
    await seat.accept(newest);
  }

  async function sendFile({ bytes, mime, name }: SampleFile, group: string | null = null): Promise<void> {
    const id = await keepWebFile(ctx, bytes);
    const file = { kind: fileKindOf(mime), id, size: bytes.byteLength, mime, name, group };
    await send({ kind: 'file', file, caption: '' }, '');
  }

  return {
    say: (text) => send({ kind: 'text', text }, text),
    tap: (message, label) =>
      send({ kind: 'tap', message: message.id, data: screen.button(message, label) }, ''),
    sendFile: (kind) => sendFile(sampleFile(kind)),
    sendSticker: () => Promise.reject(new Error('the web chat has no stickers')),
    sendAlbum: async () => {
      for (const seed of [1, 2, 3]) await sendFile(photoOf(seed), 'album');
    },
    sendHugePicture: () => {
      const size = 60 * 1024 ** 2;
      const file = { kind: 'photo', id: 'huge', size, mime: 'image/png', name: 'huge.png' } as const;
      return send({ kind: 'file', file: { ...file, group: null }, caption: '' }, '');
    },
    sendContact: (phone) => send({ kind: 'text', text: phone }, phone),
    messages: screen.messages,
    newest: () => latestRev(ctx, chat),
    listen,
    toasts: async () => seat.toasts(),
    redeliver: async () => {
      if (newest) await seat.accept(newest);
    },
  };
}
