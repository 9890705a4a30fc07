// One person in one chat: says, taps and sends like a person, and sees what the bot answers, as keys and as words.
import { encodeCallback } from '../../../bot/dialogue/callback.ts';
import type { Conversation } from '../../../bot/dialogue/conversation.ts';
import type { Turn } from '../../../bot/dialogue/session.ts';
import type { FileKind, FileRef, IncomingUpdate, Input } from '../../../bot/dialogue/update.ts';
import type { ChatAddress } from '../../../engine/kernel/chat.ts';
import { type ManualClock, SECOND } from '../../../engine/kernel/clock.ts';
import type { Language } from '../../../engine/kernel/languages.ts';
import type { Button, Message, Text } from '../../../engine/kernel/message.ts';
import { plainText } from '../../../locales/texts.ts';

/** A message as it stands in the chat. */
export interface Shown {
  readonly message: Message;
  readonly tag: string;
  readonly step: string;
}

export interface TranscriptParts {
  readonly conversation: Conversation;
  readonly address: ChatAddress;
  readonly languageTag: Language;
  /** Moves on with everything that the person does: they read before they answer. */
  readonly clock: ManualClock;
  /** @throws unless the message can be read in every language */
  readable(message: Message, place: { readonly tag: string; readonly step: string }): Promise<void>;
}

/** The smallest PNG: files are recognised by their content. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let updates = 0;

export class TranscriptChat {
  /** Everything the bot wrote, oldest first. */
  readonly shown: Shown[] = [];
  /** The newest turn; its replies are the answer to what was done last. */
  turn: Turn | null = null;
  language: Language;
  readonly #parts: TranscriptParts;
  /** What files hold, by their ids; all others are one small picture. */
  readonly #files = new Map<string, { bytes: Buffer; name: string; mime: string }>();

  constructor(parts: TranscriptParts) {
    this.#parts = parts;
    this.language = parts.languageTag;
  }

  /** Types a text; `/name argument` is a command. */
  say(text: string): Promise<Turn> {
    const [command, name = '', argument = ''] = /^\/(\w+)\s*(.*)$/su.exec(text) ?? [];
    return this.send(command === undefined ? { kind: 'text', text } : { kind: 'command', name, argument });
  }

  /** Says several things, one after another. */
  async sayAll(...texts: readonly string[]): Promise<Turn> {
    let turn: Turn | null = null;
    for (const text of texts) turn = await this.say(text);
    if (!turn) throw new RangeError('nothing to say');
    return turn;
  }

  /**
   * Taps the newest button with this label key, words, choice, dialogue or dialogue and argument (`credit.book:abc`).
   * A tap on an older message: `from` is an entry of `shown`.
   */
  tap(which: string, from?: Shown, after?: number): Promise<Turn> {
    const found = (from ? [from] : [...this.shown].reverse())
      .flatMap((shown) => (shown.message.buttons ?? []).flat().map((button) => ({ shown, button })))
      .find(({ button }) => this.#isCalled(button, which));
    if (!found) throw new Error(`no button ${which} among: ${this.buttons.join(' | ')}`);
    const { action } = found.button;
    if ('url' in action) throw new Error(`${which} opens ${action.url}`);
    const data = encodeCallback(action, found.shown.tag, found.shown.step);
    return this.tapRaw(data, after);
  }

  /** Sends callback data as it is: forged, or from long ago. */
  tapRaw(data: string, after?: number): Promise<Turn> {
    return this.send({ kind: 'tap', data, message: '1', interaction: 'tap' }, after);
  }

  /** @param content the smallest PNG unless it is said */
  sendPhoto(settings: Partial<FileRef> = {}, content: Buffer = PIXEL): Promise<Turn> {
    this.#files.set('file', { bytes: content, name: 'photo.png', mime: 'image/png' });
    const kind: FileKind = 'photo';
    const file = { kind, id: 'file', size: PIXEL.byteLength, mime: 'image/png', name: null, group: null };
    return this.send({ kind: 'file', file: { ...file, ...settings }, caption: '' });
  }

  /** A file with a content of its own. */
  sendFile(kind: FileKind, bytes: Buffer, name: string, mime: string): Promise<Turn> {
    const id = `file ${this.#files.size + 1}`;
    this.#files.set(id, { bytes, name, mime });
    const file = { kind, id, size: bytes.byteLength, mime, name, group: null };
    return this.send({ kind: 'file', file, caption: '' });
  }

  sendSticker(): Promise<Turn> {
    return this.send({ kind: 'unsupported', what: 'sticker' });
  }

  /** Any input, e.g. a shared contact. @param after milliseconds since what was heard last */
  async send(input: Input, after = SECOND): Promise<Turn> {
    updates += 1;
    const { address, clock, languageTag } = this.#parts;
    clock.advance(after);
    const update: IncomingUpdate = {
      id: String(updates),
      order: updates,
      address,
      input,
      ownMessage: '1',
      languageTag,
      sentAt: clock.now().toISOString(),
    };
    return this.take(update);
  }

  /** The same update again changes nothing and answers the same; for tests of repeats. */
  async take(update: IncomingUpdate): Promise<Turn> {
    const picture = { bytes: PIXEL, name: 'photo.png', mime: 'image/png' };
    const turn = await this.#parts.conversation.turn(
      update,
      async (_address, file) => this.#files.get(file.id) ?? picture,
    );
    this.turn = turn;
    this.language = turn.language;
    for (const { message, tag, step } of turn.replies) {
      await this.#parts.readable(message, { tag, step });
      this.shown.push({ message, tag, step });
    }
    return turn;
  }

  /** A notice arrives. */
  receive(message: Message, language: Language): void {
    this.language = language;
    this.shown.push({ message, tag: '', step: '' });
  }

  /** Keys of all texts of the newest turn. */
  get keys(): readonly string[] {
    return (this.turn?.replies ?? []).flatMap((reply) => reply.message.texts.map((each) => each.key));
  }

  /** The newest turn as the person reads it, one paragraph a text. */
  get words(): string {
    const texts = (this.turn?.replies ?? []).flatMap((reply) => reply.message.texts);
    return texts.map((each) => this.#read(each)).join('\n\n');
  }

  /** The newest message, notices included, as the person reads it. */
  get newest(): string {
    const texts = this.shown.at(-1)?.message.texts ?? [];
    return texts.map((each) => this.#read(each)).join('\n\n');
  }

  /** Labels of the buttons beneath the newest message, as the person reads them. */
  get buttons(): readonly string[] {
    return this.#newestButtons().map((button) => this.#read(button.label));
  }

  /** Keys of the same labels. */
  get buttonKeys(): readonly string[] {
    return this.#newestButtons().map((button) => button.label.key);
  }

  /** Without the no-break spaces that only a screen needs. */
  #read(text: Text): string {
    return plainText(text, this.language).replaceAll('\u00a0', ' ');
  }

  #newestButtons(): readonly Button[] {
    return (this.shown.at(-1)?.message.buttons ?? []).flat();
  }

  #isCalled({ label, action }: Button, which: string): boolean {
    const go = 'go' in action ? [action.go, `${action.go}:${action.argument ?? ''}`] : [];
    // What a button decides on may be named without the version that it was seen in.
    const subject = go.map((each) => each.replace(/:([^.]*)\.[^.]*$/, ':$1'));
    const choice = 'choice' in action ? [action.choice] : [];
    return [label.key, this.#read(label), ...go, ...subject, ...choice].includes(which);
  }
}
