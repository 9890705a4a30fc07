// What the dialogue core and the delivery worker need of a channel. One implementation per framework, in bot/adapters.
import type { ChatAddress } from '../../engine/kernel/chat.ts';
import type { Reason } from '../../engine/kernel/result.ts';
import type { FileRef } from './update.ts';

export type RenderedButton = { readonly label: string } & (
  | { readonly data: string }
  /** `app`: opens inside the messenger, where the channel can do that. */
  | { readonly url: string; readonly app?: boolean }
);

export interface RenderedMedia {
  readonly kind: 'photo' | 'video' | 'document' | 'voice';
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** A message in the reader's language. `html` uses Telegram's subset: b, i, u, s, a, code, pre, blockquote. */
export interface RenderedMessage {
  readonly html: string;
  readonly buttons: readonly (readonly RenderedButton[])[];
  readonly media: readonly RenderedMedia[];
  /** See Message. */
  readonly about?: readonly string[];
}

export interface FetchedFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mime: string | null;
}

export interface ChannelPort {
  /**
   * What the channel refuses to show as a photo goes as a document, and a file that it refuses altogether is left out:
   * the text always arrives with its buttons.
   * @param shown how many of the message's files lie in the chat already, from a send that broke off
   * @returns the channel's id of the message that carries the buttons. @throws SendFailure
   */
  send(to: ChatAddress, message: RenderedMessage, shown?: number): Promise<string>;
  /**
   * Puts a message in the place of an earlier one; one that looks the same already counts as done.
   * @param isSameCard the earlier message shows the same files: they stay where they are
   * @returns the id of the message that now stands there (a new one where the old cannot be edited). @throws SendFailure
   */
  replace(
    to: ChatAddress,
    messageId: string,
    message: RenderedMessage,
    isSameCard?: boolean,
  ): Promise<string>;
  /** Answers a tap; `text` is shown briefly. A tap too old to answer is let go. */
  answerTap(to: ChatAddress, interaction: string, text: string | null): Promise<void>;
  /** Removes a message (the person's own, when it held sensitive data). False where the channel does not allow it. */
  remove(to: ChatAddress, messageId: string): Promise<boolean>;
  /** @throws FileTooLarge over the channel's limit; SendFailure */
  fetchFile(to: ChatAddress, file: FileRef): Promise<FetchedFile>;
}

/** How a send went wrong, as far as what to do next depends on it. */
export type SendFailureKind = 'flood' | 'unreachable' | 'refused' | 'ambiguous' | 'unavailable';

/**
 * `flood`: wait `retryAfter` seconds. `unreachable`: blocked, or never started the bot.
 * `refused`: the channel will never take this message. `ambiguous`: it may have been taken (time-out after sending).
 * `unavailable`: it was not taken, try later.
 */
export class SendFailure extends Error {
  readonly kind: SendFailureKind;
  readonly retryAfter: number;
  /** How many files of the message lie in the chat all the same: the next try leaves them out. */
  shown = 0;

  constructor(kind: SendFailureKind, message: string, retryAfter = 0, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'SendFailure';
    this.kind = kind;
    this.retryAfter = retryAfter;
  }
}

export class FileTooLarge extends Error {
  /** Bytes. */
  readonly limit: number;

  constructor(limit: number) {
    super(`larger than ${limit} bytes`);
    this.name = 'FileTooLarge';
    this.limit = limit;
  }
}

/** A file that is not taken for what it holds; the reasons say why, in words for the person. */
export class FileRefused extends Error {
  readonly reasons: readonly Reason[];

  constructor(reasons: readonly Reason[]) {
    super(reasons.map((each) => each.code).join(', '));
    this.name = 'FileRefused';
    this.reasons = reasons;
  }
}
