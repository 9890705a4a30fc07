// A person in Telegram, played by the strict local Bot API server.
import { type Bot as BotAccount, samplePhoto, type User, type VisibleMessage } from '../telegram/index.ts';
import type { ChatDriver, SeenMessage } from './driver.ts';

export function telegramDriver(user: User, bot: BotAccount): ChatDriver {
  const pictures = new Map<string, VisibleMessage>();
  let started = false;
  const pictureKey = (message: { readonly id: number | string; readonly rev: number }) =>
    `${message.id}/${message.rev}`;
  return {
    say: async (text) => {
      const start = /^\/start(?: (\S+))?$/.exec(text);
      if (start) await user.start(bot, start[1]);
      else {
        // Telegram lets nobody write before Start was pressed.
        if (!started) await user.start(bot);
        await user.send(bot, text);
      }
      started = true;
    },
    tap: async (message, label) => {
      const picture = pictures.get(pictureKey(message));
      await user.tap(bot, label, picture ? { message: picture } : {});
    },
    sendPhoto: async () => {
      await user.sendPhoto(bot, { bytes: samplePhoto(7, 64, 48) });
    },
    sendSticker: async () => {
      await user.sendSticker(bot);
    },
    sendVideo: async () => {
      throw new Error('stories with videos are told over the web chat');
    },
    sendAlbum: async () => {
      await user.sendAlbum(
        bot,
        [1, 2, 3].map((seed) => ({ bytes: samplePhoto(seed, 64, 48) })),
      );
    },
    sendHugePicture: async () => {
      const bytes = new Uint8Array(60 * 1024 ** 2);
      await user.sendDocument(bot, { bytes, name: 'huge.png', mime: 'image/png' });
    },
    messages: async () =>
      user
        .chat(bot)
        .filter((each) => each.from === 'bot' && !each.deleted)
        .map(seen),
    toasts: async () => user.toasts(bot),
    redeliver: async () => {
      const newest = bot.sent().at(-1);
      if (newest) bot.redeliver(newest.update_id);
    },
  };

  function seen(message: VisibleMessage): SeenMessage {
    const { id, revision: rev, text, kind } = message;
    const shown = {
      id: String(id),
      rev,
      text,
      buttons: message.buttons.flat().map((button) => ({ label: button.text, url: button.url ?? null })),
      photos: kind === 'photo' ? 1 : 0,
    };
    pictures.set(pictureKey(shown), message);
    return shown;
  }
}
