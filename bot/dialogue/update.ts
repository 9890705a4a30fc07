// What a person did, in no messenger's words. Adapters make these; they are stored in the inbox as JSON.
import { type ChatAddress, chatKey } from '../../engine/kernel/chat.ts';
import { derivedId } from '../../engine/kernel/ids.ts';

export const fileKinds = ['photo', 'video', 'document', 'voice', 'audio', 'video-note'] as const;
export type FileKind = (typeof fileKinds)[number];

/** A file that still lies with the channel. `size` in bytes, null where the channel does not tell. */
export interface FileRef {
  readonly kind: FileKind;
  /** The channel's id: enough for the channel's port to fetch it. */
  readonly id: string;
  readonly size: number | null;
  readonly mime: string | null;
  readonly name: string | null;
  /** Files sent together (an album) share a group. */
  readonly group: string | null;
}

export type Input =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'command'; readonly name: string; readonly argument: string }
  /** `interaction` answers the tap (Telegram's callback query id); `message` is the one that was tapped. */
  | {
      readonly kind: 'tap';
      readonly data: string;
      readonly message: string | null;
      readonly interaction: string;
    }
  | { readonly kind: 'file'; readonly file: FileRef; readonly caption: string }
  /** `name` as the person's address book has it. */
  | { readonly kind: 'contact'; readonly phone: string; readonly own: boolean; readonly name?: string }
  | { readonly kind: 'blocked' }
  /** Something no step can use: `sticker`, `location`, `edited`, `poll`, …; `written`: the words in it, if any. */
  | { readonly kind: 'unsupported'; readonly what: string; readonly written?: string };

export interface IncomingUpdate {
  /** Unique within desk and channel. */
  readonly id: string;
  /** The channel's order of arrival. */
  readonly order: number;
  readonly address: ChatAddress;
  readonly input: Input;
  /** The person's own message, so that one with sensitive data can be removed. */
  readonly ownMessage: string | null;
  /** BCP 47 tag that the channel tells, for the first greeting. */
  readonly languageTag: string | null;
  /** ISO 8601, UTC: when it was sent, by the channel's clock. */
  readonly sentAt: string;
}

/**
 * How logs, commands and the audit name an update. A digest: the audit stands for ever, and a chat is somebody's account.
 */
export const updateName = ({ address, id }: Pick<IncomingUpdate, 'address' | 'id'>): string =>
  `chat/${derivedId(`${chatKey(address)}/${id}`)}`;
