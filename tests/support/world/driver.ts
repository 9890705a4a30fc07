// A person in a chat of any channel, as the stories see them: they act, and they see messages with buttons.
// One implementation per channel; the stories know none of them.
import type { SampleKind } from './sample-files.ts';
import type { Listen } from './watch.ts';

export interface SeenButton {
  readonly label: string;
  readonly url: string | null;
}

/** A message of Qadam as it looks now. `rev` grows with every change in the chat. */
export interface SeenMessage {
  readonly id: string;
  readonly rev: number;
  readonly text: string;
  readonly buttons: readonly SeenButton[];
}

export interface ChatDriver {
  say(text: string): Promise<void>;
  /** Taps a button as it stood in this picture of a message, even if the message has changed since. */
  tap(message: SeenMessage, label: string): Promise<void>;
  /** Something small. @throws where the channel knows no such thing */
  sendFile(kind: SampleKind): Promise<void>;
  sendSticker(): Promise<void>;
  /** Three photos at once, as an album. */
  sendAlbum(): Promise<void>;
  /** A picture of 60 MB, as a file. */
  sendHugePicture(): Promise<void>;
  /** Their own number, as Telegram's apps share it; whoever has none to share types it. */
  sendContact(phone: string): Promise<void>;
  /** Every message of Qadam that the chat shows now, oldest first. */
  messages(): Promise<readonly SeenMessage[]>;
  /** The rev of the newest change. */
  newest(): Promise<number>;
  /** Calls back with every change of the chat that is made in this process. */
  readonly listen: Listen;
  /** What taps were answered with briefly. */
  toasts(): Promise<readonly string[]>;
  /** Brings the newest thing that the person did once more: what a channel does after a time-out. */
  redeliver(): Promise<void>;
}
