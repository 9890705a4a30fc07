// Listens in between a channel and everybody who uses it: what people do, and what they read, as it happens.
import type { ChannelPort, RenderedMessage } from '../../bot/dialogue/port.ts';
import { type ChatAddress, chatKey, type Desk } from '../../engine/kernel/chat.ts';
import { plainOfHtml } from '../../locales/html.ts';
import type { Stage } from '../support/world/channel.ts';
import type { ChatDriver } from '../support/world/driver.ts';

/** What was read; in the place of an earlier message where `edits`. */
export interface Read {
  readonly text: string;
  readonly buttons: readonly (readonly string[])[];
  /** What kinds of files come with it. */
  readonly files: readonly string[];
  readonly edits: boolean;
}

export type Act =
  | { readonly kind: 'says'; readonly text: string }
  | { readonly kind: 'taps'; readonly label: string }
  | { readonly kind: 'sends'; readonly files: readonly string[] };

/** One end of a conversation. */
export interface Place {
  readonly name: string;
  readonly desk: Desk;
}

export interface Listener {
  reads(who: Place, read: Read): void;
  acts(who: Place, act: Act): void;
}

export function overheard(stage: Stage, listener: Listener): Stage {
  const names = new Map<string, string>();
  return {
    ...stage,
    driver: (name, desk, language) => {
      names.set(chatKey(stage.address(name, desk)), name);
      return heardDriver(stage.driver(name, desk, language), (act) => listener.acts({ name, desk }, act));
    },
    portOf: (desk) =>
      heardPort(stage.portOf(desk), (to, read) => {
        const name = names.get(chatKey(to));
        if (name !== undefined) listener.reads({ name, desk: to.desk }, read);
      }),
  };
}

function heardDriver(driver: ChatDriver, heard: (act: Act) => void): ChatDriver {
  return {
    ...driver,
    say: async (text) => {
      heard({ kind: 'says', text });
      await driver.say(text);
    },
    tap: async (message, label) => {
      heard({ kind: 'taps', label });
      await driver.tap(message, label);
    },
    sendFile: async (kind) => {
      heard({ kind: 'sends', files: [kind] });
      await driver.sendFile(kind);
    },
    sendAlbum: async () => {
      heard({ kind: 'sends', files: ['photo', 'photo', 'photo'] });
      await driver.sendAlbum();
    },
    sendContact: async (phone) => {
      heard({ kind: 'says', text: phone });
      await driver.sendContact(phone);
    },
  };
}

/** Each message is heard just before it stands in the chat: nobody can answer what was not heard yet. */
function heardPort(port: ChannelPort, heard: (to: ChatAddress, read: Read) => void): ChannelPort {
  const standing = new Map<string, string>();
  const stands = (to: ChatAddress, id: string, { html }: RenderedMessage) => {
    standing.set(`${chatKey(to)}/${id}`, html);
    return id;
  };
  return {
    ...port,
    send: async (to, message, shown) => {
      heard(to, readOf(message, false));
      return stands(to, await port.send(to, message, shown), message);
    },
    replace: async (to, messageId, message, isSameCard) => {
      // That only the buttons are gone is nothing to read.
      const isSame = standing.get(`${chatKey(to)}/${messageId}`) === message.html;
      if (!isSame || message.buttons.length > 0) heard(to, readOf(message, true));
      return stands(to, await port.replace(to, messageId, message, isSameCard), message);
    },
  };
}

const readOf = ({ html, buttons, media }: RenderedMessage, edits: boolean): Read => ({
  text: plainOfHtml(html),
  buttons: buttons.map((row) => row.map(({ label }) => label)),
  files: media.map(({ kind }) => kind),
  edits,
});
