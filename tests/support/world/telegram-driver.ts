// A person in Telegram, played by the strict local Bot API server: what they do are real updates of the Bot API.
import type { Bot as BotAccount, User, VisibleMessage } from '../telegram/index.ts';
import type { ChatDriver, SeenMessage } from './driver.ts';
import { photoOf, type SampleFile, type SampleKind, sampleFile } from './sample-files.ts';

type Sent = (user: User, bot: BotAccount, file: SampleFile) => Promise<unknown>;

const sending: Readonly<Record<SampleKind, Sent>> = {
  photo: (user, bot, file) => user.sendPhoto(bot, file),
  video: (user, bot, file) => user.sendVideo(bot, { ...file, duration: 12 }),
  'round-video': (user, bot, { bytes }) => user.sendVideoNote(bot, { bytes, duration: 12 }),
  voice: (user, bot, file) => user.sendVoice(bot, { ...file, duration: 12 }),
  document: (user, bot, file) => user.sendDocument(bot, file),
};

export function telegramDriver(user: User, bot: BotAccount): ChatDriver {
  const pictures = new Map<string, VisibleMessage>();
  const known = new WeakMap<VisibleMessage, SeenMessage>();
  let started = false;
  /** Telegram lets nobody write before Start was pressed. */
  const begin = async () => {
    if (!started) await user.start(bot);
    started = true;
  };
  return {
    say: async (text) => {
      const start = /^\/start(?: (\S+))?$/.exec(text);
      if (!start) {
        await begin();
        await user.send(bot, text);
        return;
      }
      await user.start(bot, start[1]);
      started = true;
    },
    tap: async (message, label) => {
      const picture = pictures.get(pictureKey(message));
      await user.tap(bot, label, picture ? { message: picture } : {});
    },
    sendFile: async (kind) => {
      await begin();
      await sending[kind](user, bot, sampleFile(kind));
    },
    sendSticker: async () => void (await user.sendSticker(bot)),
    sendAlbum: async () => void (await user.sendAlbum(bot, [1, 2, 3].map(photoOf))),
    sendHugePicture: async () => {
      const bytes = new Uint8Array(60 * 1024 ** 2);
      await user.sendDocument(bot, { bytes, name: 'huge.png', mime: 'image/png' });
    },
    sendContact: async (phone) => void (await user.sendContact(bot, { phone_number: phone })),
    messages: async () =>
      user
        .chat(bot)
        .filter((each) => each.from === 'bot' && !each.deleted)
        .map(seen),
    newest: async () => user.revision(bot),
    listen: (heard) => user.listen(bot, heard),
    toasts: async () => user.toasts(bot),
    redeliver: async () => {
      const newest = bot.sent().at(-1);
      if (newest) bot.redeliver(newest.update_id);
    },
  };

  function seen(message: VisibleMessage): SeenMessage {
    const before = known.get(message);
    if (before) return before;
    const { id, revision: rev, text } = message;
    const shown = {
      id: String(id),
      rev,
      text,
      buttons: message.buttons.flat().map((button) => ({ label: button.text, url: button.url ?? null })),
    };
    known.set(message, shown);
    pictures.set(pictureKey(shown), message);
    return shown;
  }
}

const pictureKey = ({ id, rev }: SeenMessage): string => `${id}/${rev}`;
